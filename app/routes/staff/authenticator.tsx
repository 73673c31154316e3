import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MAY } from "#app/domain/staff.ts";
import { OwnSignInPage } from "#app/features/staff/own-sign-in-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { authenticatorFields } from "#app/journeys/own-account-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { realTime } from "#app/services/clock.server.ts";
import { replaceAuthenticator } from "#app/services/own-account.server.ts";
import { isSecret } from "#app/services/second-factor.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";
import { answerOwn, keyToScan, requireOwnPassword } from "./own-account.server.ts";

export const handle = { roles: MAY.signIn };

/** Another app that shows codes. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requireOwnPassword(args, handle.roles);
  return {
    staffView: staffViewOf(who, "/staff/authenticator"),
    documentTitle: staffTitle(args.context, staff.authenticator.title),
    fields: fieldViews(authenticatorFields, args.context),
    setUp: keyToScan(args.context, who),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const who = await requireOwnPassword(args, handle.roles);
  const typed = fieldsOf(await readForm(args.request), [...Object.keys(authenticatorFields), "secret"]);
  const checked = checkFields(authenticatorFields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const secret = isSecret(typed.secret) ? typed.secret : undefined;
  const { now, site } = context;
  const answer = await replaceAuthenticator(site.db, { who, secret, ...checked.answer, vault: site.vault, now, realNow: realTime() });
  return answerOwn(context, typed, { answer, saved: "authenticator" });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Authenticator() {
  return <OwnSignInPage words={staff.authenticator} {...useLoaderData<typeof loader>()} />;
}
