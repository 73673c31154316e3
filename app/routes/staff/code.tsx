import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodePage } from "#app/features/staff/code-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { codeFields } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { realTime } from "#app/services/clock.server.ts";
import { giveCode, isSecret } from "#app/services/second-factor.server.ts";
import type { SignedIn } from "#app/services/staff-session.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { findStaff, keepNext, nextPath } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle } from "./form.server.ts";
import { keyToScan } from "./own-account.server.ts";

/** Whoever has given their password and owes a code. Others are sent to where they belong. */
async function requireOwing(args: LoaderFunctionArgs): Promise<SignedIn> {
  const who = await findStaff(args);
  if (!who) throw redirect(keepNext("/staff/sign-in", args.request), 303);
  if (who.verified && who.hasSecondFactor) throw redirect(nextPath(args.request), 303);
  return who;
}

/** The second factor: its code; or, the first time, how to set it up. Anybody may set one up. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const who = await requireOwing(args);
  const title = who.hasSecondFactor ? staff.code.title : staff.code.setUpTitle;
  return {
    title,
    documentTitle: staffTitle(context, title),
    fields: fieldViews(codeFields, context),
    setUp: who.hasSecondFactor ? undefined : keyToScan(context, who),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const who = await requireOwing(args);
  const typed = fieldsOf(await readForm(request), [...Object.keys(codeFields), "secret"]);
  const checked = checkFields(codeFields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const newSecret = isSecret(typed.secret) ? typed.secret : undefined;
  const { now, site, words } = context;
  const answer = await giveCode(site.db, { who, code: checked.answer.code, newSecret, vault: site.vault, now, realNow: realTime() });
  if (answer.ok)
    throw redirect(nextPath(request), { status: 303, headers: { "Set-Cookie": await context.staffCookie.give(answer.token) } });
  if (answer.reason === "wait") return refuse(context, typed, { code: staff.signIn.wait(instantIn(words, answer.until)) });
  return refuse(context, typed, { code: staff.code[answer.reason] });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Code() {
  return <CodePage {...useLoaderData<typeof loader>()} />;
}
