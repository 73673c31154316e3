import { type BrowserServer, startServer } from "#tests/support/browser-server.ts";
import { closeCalendar } from "./calendar.ts";

/** At night, when nobody answers the office's phone. */
const NIGHT = "2026-11-30T22:00:00Z";

/** Starts the service twice before the tests: by day, and by night with nothing free in the calendar. Stops both afterwards. */
export default async function startServers() {
  const [open, closed] = await Promise.all([startServer(), startServer({ clock: NIGHT })]);
  closeCalendar(closed.database);
  announce("OPEN", open);
  announce("CLOSED", closed);
  return async () => {
    await Promise.all([open.stop(), closed.stop()]);
  };
}

/** Workers are processes of their own, which inherit the environment. */
function announce(office: "OPEN" | "CLOSED", { url, database }: BrowserServer) {
  process.env[`${office}_OFFICE_URL`] = url;
  process.env[`${office}_OFFICE_DATABASE`] = database;
}
