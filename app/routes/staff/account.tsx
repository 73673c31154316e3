import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asRole, MAY } from "#app/domain/staff.ts";
import { AccountPage } from "#app/features/staff/account-page.tsx";
import { roleFields, roleName } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { type AccountChange, changeStaffAccount, readStaffAccount } from "#app/services/staff-accounts.server.ts";
import { type Form, readForm, versionOf } from "#app/web/forms.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { stateOf, welcomeLink } from "./account.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.accounts };

async function requireAccount({ params, context }: LoaderFunctionArgs) {
  const account = await readStaffAccount(context.site.db, params.account ?? "");
  if (!account) throw new Response(null, { status: 404 });
  return account;
}

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const account = await requireAccount(args);
  const { name, email, role, version, active } = account;
  const title = staff.account.title(name);
  const { columns } = staff.accounts;
  return {
    staffView: staffViewOf(who, "/staff/accounts"),
    title,
    documentTitle: staffTitle(context, title),
    rows: [
      { name: columns.email, value: email },
      { name: columns.role, value: roleName(role) },
      { name: columns.state, value: stateOf(account) },
    ],
    version,
    isActive: active,
    fields: fieldViews(roleFields, context, { role }),
  };
}

/** What a form of the page asks for; undefined where it is none of them. */
function changeOf({ change, role }: Form): AccountChange | undefined {
  const changes: Record<string, AccountChange> = { stop: { active: false }, open: { active: true }, welcome: { welcome: true } };
  const chosen = asRole(String(role));
  if (change === "role") return chosen && { role: chosen };
  return typeof change === "string" && Object.hasOwn(changes, change) ? changes[change] : undefined;
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireStaff(args, handle.roles);
  const { id, name } = await requireAccount(args);
  const form = await readForm(args.request);
  const change = changeOf(form);
  if (!change) return refuse(context, {}, { role: staff.accounts.add.role.error });
  const answer = await changeStaffAccount(context.site.db, { id, version: versionOf(form.version), change, by: who.id, now: context.now });
  if (answer.ok) return data({ link: answer.token ? welcomeLink(args.request, { name, token: answer.token }) : undefined });
  return refuse(context, {}, { role: answer.reason === "last-administrator" ? staff.account.last : staff.account.changed });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} link={useActionData<typeof action>()?.link} />;
}
