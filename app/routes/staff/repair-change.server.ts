import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { channelOf } from "#app/domain/acting.ts";
import { isNotAlone } from "#app/domain/home.ts";
import { localDate } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import { MAY, type Role } from "#app/domain/staff.ts";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import { lastChange } from "#app/services/read-history.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { type Form, readForm, versionOf } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { byWhom } from "./history.server.ts";
import { pathOf, requireRepairCase } from "./repair.server.ts";
import { dueOf, leftOf } from "./repairs.server.ts";
import { priorityName } from "./rule-words.server.ts";

type Case = Awaited<ReturnType<typeof requireRepairCase>>;

const isOpen = ({ status }: Case["repair"]) => status === "open";

/** Its personal details are there to be changed, whatever else has become of it. */
export const isKnown = ({ forgottenAt }: Case["repair"]) => !forgottenAt;

/** A repair that somebody wants to change, with what every page that does so shows. One that may not be changed leads back to its page. */
export async function openChange(
  args: LoaderFunctionArgs,
  title: string,
  { mayChange = isOpen, roles = MAY.changeRepairs }: { mayChange?: (repair: Case["repair"]) => boolean; roles?: readonly Role[] } = {},
) {
  const { context } = args;
  const who = await requireStaff(args, roles);
  const found = await requireRepairCase(args);
  const { repair, home } = found;
  if (!mayChange(repair) && !context.mistake) throw redirect(pathOf(repair), 303);
  const rules = await readRules(context.site.db, localDate(context.now));
  const { rows, due } = staff.repair;
  const view = {
    title,
    staffView: staffViewOf(who, "/staff/repairs"),
    documentTitle: staffTitle(context, `${title}, ${repair.reference}`),
    path: pathOf(repair),
    version: repair.version,
    isNotAlone: isNotAlone(home),
    problem: context.mistake?.errors.stale,
    now: [
      { name: rows.problem, value: problemLine(repair) },
      { name: rows.address, value: placeLine(found) },
      { name: rows.priority, value: priorityName(rules, repair.priority) },
      { name: rows.due, value: due(dueOf(repair, context.words), leftOf(repair, context.now)) },
    ],
  };
  return { who, found, rules, view };
}

/** What was posted to change a repair, by whom, and which version of it they saw. */
export async function readChange(args: ActionFunctionArgs, roles: readonly Role[] = MAY.changeRepairs) {
  const { context } = args;
  const who = await requireStaff(args, roles);
  const found = await requireRepairCase(args);
  const form = await readForm(args.request);
  const seen = seenIn(form, { repair: found.repair, who: who.id, channel: channelOf(who.role), now: context.now });
  return { who, found, form, seen, path: pathOf(found.repair) };
}

/** A change with the version that its form was shown with; one that was not posted is none that a row has. */
export function seenIn<Change extends object>({ version }: Form, change: Change): Change & { version: number } {
  return { ...change, version: versionOf(version) };
}

/** Shows the page again: who has changed the repair meanwhile, and what was typed. */
export async function refuseStale(
  context: RequestContext,
  { repair }: Pick<Case, "repair">,
  form: Form,
  of: "repair" | "contact" = "repair",
) {
  const last = await lastChange(context.site.db, repair.id, of);
  const { stale, staleNow } = staff.repairChange;
  return refuse(context, form, { stale: last ? stale(byWhom(last), instantIn(context.words, last.at), last.what) : staleNow });
}
