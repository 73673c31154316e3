import { randomInt } from "node:crypto";
import { type BrowserContext, test as base, expect, type Page, type Response } from "@playwright/test";
import { type BrowserServer, startServer } from "#tests/support/browser-server.ts";
import { closeCalendar, endHolds, proveRepairs } from "./calendar.ts";

type Office = "open" | "closed";

interface Options {
  /** Which of the two services: by day, or by night with an empty calendar. */
  office: Office;
}

interface Fixtures {
  /** The SQLite file of the service the test talks to. */
  database: string;
  /** Which time a test takes on the picker, once it is cleared of other tests' holds: not all the same one. */
  time: number;
  /** A home may have a few repairs that nobody has shown to be real, and drafts hold a share of a day: those of other tests do not count. */
  cleared: undefined;
  /** Fails the test when a page had a fault: an exception, a script or style that the content security policy stopped. */
  faults: string[];
}

interface WorkerFixtures {
  /** The services of this worker alone: no test at work meanwhile takes a time from under another one. Each starts when first asked for. */
  serverOf: (office: Office) => Promise<BrowserServer>;
}

/** At night, when nobody answers the office's phone. */
const NIGHT = "2026-11-30T22:00:00Z";

async function open(office: Office): Promise<BrowserServer> {
  if (office === "open") return startServer();
  const server = await startServer({ clock: NIGHT });
  closeCalendar(server.database);
  return server;
}

/** Chromium reports the status of a page that refuses as an error of the console; tests look at the page itself. */
const EXPECTED = /^Failed to load resource: the server responded with a status of (4\d\d|50[03])/;

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  office: ["open", { option: true }],
  serverOf: [
    // biome-ignore lint/correctness/noEmptyPattern: needs no other fixture; Playwright refuses a first parameter that is not destructured
    async ({}, use) => {
      const servers = new Map<Office, Promise<BrowserServer>>();
      await use((office) => {
        const server = servers.get(office) ?? open(office);
        servers.set(office, server);
        return server;
      });
      for (const server of servers.values()) await (await server).stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ office, serverOf }, use) => use((await serverOf(office)).url),
  database: async ({ office, serverOf }, use) => use((await serverOf(office)).database),
  time: async ({ cleared: _ }, use, { title }) => use(title.length % 16),
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => use({ ...extraHTTPHeaders, "X-Forwarded-For": address() }),
  cleared: [
    async ({ database }, use) => {
      proveRepairs(database);
      endHolds(database);
      await use(undefined);
    },
    { auto: true },
  ],
  faults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      watch(context, faults);
      await use(faults);
      expect(faults, "faults in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

/** Addresses kept for examples of benchmarks (RFC 2544): nobody's. */
const address = () => `198.18.${randomInt(256)}.${randomInt(1, 255)}`;

const isRedirect = (response: Response) => response.status() >= 300 && response.status() < 400;
const documents = new WeakMap<Page, Response>();

/** The HTML of the page that is shown, as the server sent it. */
export async function documentOf(page: Page): Promise<string> {
  return (await documents.get(page)?.text()) ?? "";
}

function watch(context: BrowserContext, faults: string[]) {
  context.on("response", (response) => {
    const request = response.request();
    if (request.isNavigationRequest() && !isRedirect(response)) documents.set(request.frame().page(), response);
  });
  context.on("weberror", (fault) => faults.push(fault.error().message));
  context.on("console", (message) => {
    if (message.type() === "error" && !EXPECTED.test(message.text())) faults.push(message.text());
  });
}

export { expect };
