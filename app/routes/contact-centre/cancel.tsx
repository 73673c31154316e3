import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import { RepairChangePage } from "#app/features/staff/repair-change-page.tsx";
import { callerCancelFields } from "#app/journeys/caller-forms.ts";
import { checkFields } from "#app/journeys/journey.ts";
import { staff } from "#app/languages/staff.ts";
import { cancelOwnRepair } from "#app/services/cancel-own-repair.server.ts";
import { versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { refuseStale } from "../staff/repair-change.server.ts";
import { openCaller, readCaller } from "./caller.server.ts";

export const handle = { roles: MAY.contactCentre };

const { cancel } = staff.caller;

/** Why a tenant cancels; or that an officer looks first, where it must not be dropped silently. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { own, view } = await openCaller(args, cancel.title, handle);
  const isCareful = needsOfficerToClose(own.repair) || own.emergency !== null;
  return {
    ...view,
    ...(isCareful ? { why: cancel.careful, button: cancel.ask } : { why: cancel.why, button: cancel.button }),
    fields: fieldViews(callerCancelFields, args.context),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now } = context;
  const { own, form, by, path } = await readCaller(args, handle.roles);
  const checked = checkFields(callerCancelFields, form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  const { reason } = checked.answer;
  if (own.repair.closedWhy === reason) throw redirect(`${path}?saved=cancelled`, 303);
  const repair = { ...own.repair, version: versionOf(form.version) };
  const answer = await cancelOwnRepair(site.db, { repair, reason, by, changes: site.landlord.visitChanges, now });
  if (answer === "stale") return refuseStale(context, own, form);
  if (answer === "begun") return refuse(context, form, { stale: cancel.begun });
  throw redirect(`${path}?saved=${answer}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function CancelForCaller() {
  return <RepairChangePage {...useLoaderData<typeof loader>()} variant="warning" />;
}
