import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Bowser from "bowser";
import { MAY } from "#app/domain/staff.ts";
import { SessionsPage } from "#app/features/staff/sessions-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { endStaffSessions, listStaffSessions } from "#app/services/staff-session.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { leave, requireStaff } from "#app/web/staff.server.ts";
import { savedWords } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.signIn };

export async function loader(args: LoaderFunctionArgs) {
  const { site, now, words } = args.context;
  const who = await requireStaff(args, handle.roles);
  const sessions = await listStaffSessions(site.db, { staffId: who.id, now });
  return {
    staffView: staffViewOf(who, "/staff/sessions"),
    documentTitle: staffTitle(args.context, staff.sessions.title),
    saved: savedWords(args, staff.ownSaved),
    hasPassword: who.hasPassword,
    sessions: sessions.map(({ id, browser, startedAt, seenAt }) => ({
      ...{ id, browser: browserName(browser), started: instantIn(words, startedAt), seen: instantIn(words, seenAt) },
      isOwn: id === who.sessionId,
    })),
  };
}

/** "Chrome on Windows", of what a browser says of itself. */
function browserName(agent: string): string {
  const { browser, os } = Bowser.parse(agent || "unknown");
  return browser.name ? staff.sessions.browser(browser.name, os.name) : staff.sessions.unknown;
}

/** Ends one session, or all of them where none is named. */
export async function action(args: ActionFunctionArgs) {
  const { site } = args.context;
  const who = await requireStaff(args, handle.roles);
  const { session } = await readForm(args.request);
  const id = typeof session === "string" ? session : undefined;
  await endStaffSessions(site.db, { staffId: who.id, id });
  throw id === undefined || id === who.sessionId ? await leave(args, who) : redirect("/staff/sessions", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Sessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />;
}
