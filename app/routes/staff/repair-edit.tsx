import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messagesAnswer } from "#app/domain/contact.ts";
import { MAY } from "#app/domain/staff.ts";
import { RepairChangePage } from "#app/features/staff/repair-change-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { editFields, editRule } from "#app/journeys/repair-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { editReport } from "#app/services/edit-report.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import type { requireRepairCase } from "./repair.server.ts";
import { openChange, readChange, refuseStale } from "./repair-change.server.ts";

export const handle = { roles: MAY.contactCentre };

const { edit } = staff.repairChange;

type Contact = NonNullable<Awaited<ReturnType<typeof requireRepairCase>>["contact"]>;

const asTyped = ({ confirmBy, messagesTo, ...contact }: Contact) => ({
  ...Object.fromEntries(Object.keys(editFields).map((name) => [name, String(contact[name as keyof typeof contact] ?? "")])),
  confirmBy: messagesAnswer({ confirmBy, messagesTo }),
});

/** What a person told us, to be put right. */
export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { found, view } = await openChange(args, edit.title, handle);
  const { contact } = found;
  const values = contact ? asTyped(contact) : {};
  const fields = fieldViews(editFields, args.context, values);
  return { ...view, why: contact ? edit.why : edit.emptied, version: contact?.version ?? 0, fields: contact ? fields : [] };
}

export async function action(args: ActionFunctionArgs) {
  await requireStaff(args, handle.roles);
  const { found, form, seen, path } = await readChange(args, handle.roles);
  const { contact } = found;
  const checked = checkFields(editFields, form, editRule);
  if ("errors" in checked) return refuse(args.context, form, checked.errors);
  const isEdited = contact && (await editReport(args.context.site.db, { ...seen, contact, answer: checked.answer }));
  if (!isEdited) return refuseStale(args.context, found, form, "contact");
  throw redirect(path, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function EditRepair() {
  return <RepairChangePage {...useLoaderData<typeof loader>()} button={edit.button} />;
}
