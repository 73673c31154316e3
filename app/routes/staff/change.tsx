import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localDate } from "#app/domain/local-date.ts";
import { MAY } from "#app/domain/staff.ts";
import { ChangePage } from "#app/features/staff/change-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readChange } from "#app/services/read-changes.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { undoChange } from "#app/services/undo-change.server.ts";
import { clean } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { nextPath, requireStaff } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { changedLines, doneBy, leftLines, undoOf } from "./change.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

/** What a change did, to which slots, and the way back while there is one. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { site, now, words, mistake } = context;
  const who = await requireStaff(args, handle.roles);
  const found = await readChange(site.db, clean(params.change ?? ""));
  if (!found) throw new Response(null, { status: 404 });
  const { change } = found;
  const rules = await readRules(site.db, localDate(now));
  const { rows, yes, no } = staff.changes;
  const title = doneBy(change);
  return {
    title,
    staffView: staffViewOf(who, "/staff/calendar"),
    documentTitle: staffTitle(context, title),
    rows: [
      { name: rows.when, value: instantIn(words, change.at) },
      { name: rows.who, value: change.staffName },
      ...(change.reason ? [{ name: rows.reason, value: change.reason }] : []),
      { name: rows.state, value: change.undoneAt ? `${yes}, ${instantIn(words, change.undoneAt)}` : no },
    ],
    slots: changedLines(found, rules, context),
    left: leftLines(found.left, rules, context),
    undo: undoOf(found, context, `/staff/changes/${change.id}`),
    problem: mistake?.errors.change,
  };
}

/** Undoes it. Whoever undoes it a second time is shown that it was. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const who = await requireStaff(args, handle.roles);
  const id = clean(params.change ?? "");
  const answer = await undoChange(context.site.db, { id, who: who.id, now: context.now });
  if (answer.ok) throw redirect(withChange(nextPath(request), answer.changeId), 303);
  if (answer.reason === "none") throw new Response(null, { status: 404 });
  if (answer.reason === "undone") throw redirect(`/staff/changes/${id}`, 303);
  return refuse(context, {}, { change: staff.changes.undo[answer.reason] });
}

/** Where undoing was asked for, with what it did; a change's own page gives way to that of its undoing. */
function withChange(next: string, changeId: string): string {
  const url = new URL(next, "http://own.invalid");
  if (url.pathname.startsWith("/staff/changes/")) return `/staff/changes/${changeId}`;
  url.searchParams.set("change", changeId);
  return url.pathname + url.search;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Change() {
  return <ChangePage {...useLoaderData<typeof loader>()} />;
}
