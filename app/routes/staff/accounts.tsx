import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asRole, MAY } from "#app/domain/staff.ts";
import { AccountsPage } from "#app/features/staff/accounts-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { accountFields, roleName } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { addStaffAccount, listStaffAccounts } from "#app/services/staff-accounts.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { stateOf, welcomeLink } from "./account.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.accounts };

export async function loader(args: LoaderFunctionArgs) {
  const { site } = args.context;
  const who = await requireStaff(args, handle.roles);
  const accounts = await listStaffAccounts(site.db);
  return {
    staffView: staffViewOf(who, "/staff/accounts"),
    documentTitle: staffTitle(args.context, staff.accounts.title),
    accounts: accounts.map((account) => {
      const { id, name, email, role } = account;
      return { id, name, email, role: roleName(role), state: stateOf(account) };
    }),
    fields: fieldViews(accountFields, args.context),
  };
}

/** Adds an account; the link for its person is shown once, in the answer. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const typed = fieldsOf(await readForm(args.request), Object.keys(accountFields));
  const checked = checkFields(accountFields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const { name, email, role } = checked.answer;
  const account = { name, email, role: asRole(role) ?? "agent" };
  const token = await addStaffAccount(context.site.db, { ...account, by: who.id, now: context.now });
  if (!token) return refuse(context, typed, { email: staff.accounts.add.taken });
  return data({ link: welcomeLink(args.request, { name, token }) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Accounts() {
  return <AccountsPage {...useLoaderData<typeof loader>()} link={useActionData<typeof action>()?.link} />;
}
