import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readReference } from "#app/domain/reference.ts";
import { MAY, type Role } from "#app/domain/staff.ts";
import type { CallerBarProps } from "#app/features/contact-centre/caller-bar.tsx";
import { staff } from "#app/languages/staff.ts";
import { type OwnRepair, readCallersRepair } from "#app/services/read-own-repair.server.ts";
import type { ReadRepair } from "#app/services/read-repair.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireStaff, type StaffAtWork } from "#app/web/staff.server.ts";
import { newSubmission, savedWords } from "../form.server.ts";
import { pathOf, requireRepairCase } from "../staff/repair.server.ts";
import { openChange } from "../staff/repair-change.server.ts";
import { runningCallView } from "./running-call.server.ts";

const { actions, chase, again, saved } = staff.caller;

/** Where what is done for a caller about a repair has its pages. */
export const callerPath = ({ reference }: { reference: string }) => `/contact-centre/repairs/${reference}`;

async function requireOwn({ params, context }: LoaderFunctionArgs): Promise<OwnRepair> {
  const own = await readCallersRepair(context.site.db, { reference: readReference(params.reference ?? "") ?? "", now: context.now });
  if (!own) throw new Response(null, { status: 404 });
  return own;
}

/** A repair as whoever calls about it follows it, with what a page that changes it shows. */
export async function openCaller(args: LoaderFunctionArgs, title: string, asked: { mayChange?: () => boolean; roles: readonly Role[] }) {
  const { who, rules, view } = await openChange(args, title, asked);
  return { who, rules, view, own: await requireOwn(args) };
}

/** What was posted for a caller, by whom, and where their repair's page is. */
export async function readCaller(args: ActionFunctionArgs, roles: readonly Role[]) {
  const who = await requireStaff(args, roles);
  await requireRepairCase(args);
  const own = await requireOwn(args);
  return { who, own, form: await readForm(args.request), by: { who: who.id, channel: "phone" }, path: pathOf(own.repair) };
}

/** What a role may do of a repair for its caller: the first is what most call for. */
function linksOf({ repair, visitRows }: ReadRepair, role: Role): CallerBarProps["links"] {
  if (repair.status !== "open") return [];
  const hasVisit = visitRows.some(({ appointment }) => appointment.status === "booked");
  const may = (roles: readonly Role[]) => roles.includes(role);
  const mine: [keyof typeof actions, string, boolean][] = [
    ["move", callerPath(repair), hasVisit],
    ["override", callerPath(repair), hasVisit && may(MAY.overrideRules)],
    ["not-in", callerPath(repair), hasVisit],
    ["cancel", callerPath(repair), true],
    // Officers have these among their own changes.
    ["book", pathOf(repair), !hasVisit && !may(MAY.changeRepairs)],
    ["edit", pathOf(repair), !may(MAY.changeRepairs)],
  ];
  return mine.flatMap(([name, path, isShown]) => (isShown ? [{ href: `${path}/${name}`, text: actions[name] }] : []));
}

/** What of a repair's page is for whoever is on the phone about it. */
export async function callerView(read: ReadRepair, { id, role }: StaffAtWork, args: LoaderFunctionArgs): Promise<CallerBarProps> {
  const { repair, openComplaint } = read;
  const path = callerPath(repair);
  const isProvable = repair.status === "open" && !repair.proven && !MAY.changeRepairs.some((each) => each === role);
  return {
    ...{ path, links: linksOf(read, role), version: repair.version, submission: newSubmission(), reference: repair.reference },
    presses: [
      { change: "chase", text: chase.button, action: `${path}/chase` },
      { change: "again", text: again.button, action: `${path}/chase` },
      ...(isProvable ? [{ change: "prove" as const, text: staff.repair.prove.button, action: pathOf(repair) }] : []),
    ],
    saved: savedWords(args, saved),
    call: await runningCallView(id, args.context),
    complaint:
      openComplaint === undefined ? undefined : { href: `/contact-centre/complaints/${openComplaint}`, text: staff.complaints.open },
  };
}
