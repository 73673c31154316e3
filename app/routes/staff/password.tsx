import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { OwnSignInPage } from "#app/features/staff/own-sign-in-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { passwordFields } from "#app/journeys/own-account-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { changePassword } from "#app/services/own-account.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { answerOwn, requireOwnPassword } from "./own-account.server.ts";

export const handle = { roles: MAY.signIn };

/** Another password. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireOwnPassword(args, handle.roles);
  return {
    staffView: staffViewOf(who, "/staff/password"),
    documentTitle: staffTitle(args.context, staff.ownPassword.title),
    fields: fieldViews(passwordFields, args.context),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireOwnPassword(args, handle.roles);
  const typed = fieldsOf(await readForm(args.request), Object.keys(passwordFields));
  const checked = checkFields(passwordFields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const answer = await changePassword(context.site.db, { who, ...checked.answer, now: context.now });
  return answerOwn(context, typed, { answer, saved: "password" });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Password() {
  return <OwnSignInPage words={staff.ownPassword} {...useLoaderData<typeof loader>()} />;
}
