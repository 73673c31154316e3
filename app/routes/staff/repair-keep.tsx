import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { RepairChangePage } from "#app/features/staff/repair-change-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { holdFields } from "#app/journeys/retention-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { holdDetails, readHolds } from "#app/services/hold-details.server.ts";
import { type Form, fieldsOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { isKnown, openChange, readChange, refuseStale } from "./repair-change.server.ts";
import { keptWords } from "./retention.server.ts";

export const handle = { roles: MAY.changeRepairs };

const { retention } = staff;

/** What keeps the personal details of a repair beyond their time; open or closed, until they are deleted. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { context } = args;
  const { found, view } = await openChange(args, retention.title, { mayChange: isKnown });
  const reasons = await readHolds(context.site.db, found.repair.id);
  const kept = { name: staff.repair.rows.kept, value: keptWords(found.repair, reasons, context) };
  // Boxes that were all cleared are not sent: what was typed says so where there is a mistake.
  const values: Form = context.mistake ? {} : { reasons };
  return { ...view, why: retention.why, now: [...view.now, kept], fields: fieldViews(holdFields, context, values) };
}

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { context } = args;
  const { found, form, seen, path } = await readChange(args);
  const typed = fieldsOf(form, Object.keys(holdFields));
  const checked = checkFields(holdFields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  if (!(await holdDetails(context.site.db, { ...seen, ...checked.answer }))) return refuseStale(context, found, typed);
  throw redirect(path, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function KeepDetails() {
  return <RepairChangePage {...useLoaderData<typeof loader>()} button={retention.button} />;
}
