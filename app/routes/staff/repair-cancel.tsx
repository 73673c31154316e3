import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReference } from "#app/domain/reference.ts";
import { MAY } from "#app/domain/staff.ts";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import { RepairChangePage } from "#app/features/staff/repair-change-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { cancelFields, cancelRule } from "#app/journeys/repair-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { cancelRepair } from "#app/services/cancel-repair.server.ts";
import { isRepair } from "#app/services/read-repair.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import type { requireRepairCase } from "./repair.server.ts";
import { openChange, readChange, refuseStale } from "./repair-change.server.ts";

export const handle = { roles: MAY.changeRepairs };

const { cancel } = staff.repairChange;

type Case = Awaited<ReturnType<typeof requireRepairCase>>;

/** About damp, mould, a leak or safety: never closed without words that say why. */
const isCareful = ({ repair, emergency }: Case) => needsOfficerToClose(repair) || emergency !== null;

/** Why a repair is to be cancelled. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { found, view } = await openChange(args, cancel.title);
  const warning = isCareful(found) ? cancel.careful : undefined;
  return { ...view, why: cancel.why, warning, fields: fieldViews(cancelFields, args.context) };
}

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { context } = args;
  const { found, form, seen, path } = await readChange(args);
  const { repair } = found;
  const checked = checkFields(cancelFields, form, cancelRule(isCareful(found)));
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const { reason, other, note } = checked.answer;
  if (repair.closedWhy === reason) throw redirect(path, 303);
  const duplicateOf = reason === "duplicate" ? (readReference(other) ?? null) : null;
  const isOther = duplicateOf === null || (duplicateOf !== repair.reference && (await isRepair(context.site.db, duplicateOf)));
  if (!isOther) return refuse(context, form, { other: cancel.other.unknown });
  const words = [duplicateOf && cancel.duplicateOf(duplicateOf), note].filter(Boolean).join(" ");
  const isCancelled = await cancelRepair(context.site.db, { ...seen, reason, duplicateOf, note: words });
  if (!isCancelled) return refuseStale(context, found, form);
  throw redirect(path, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function CancelRepair() {
  return <RepairChangePage {...useLoaderData<typeof loader>()} button={cancel.button} variant="warning" />;
}
