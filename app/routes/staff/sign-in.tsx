import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SignInPage } from "#app/features/staff/sign-in-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { signInFields } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { readDemoStaff } from "#app/services/demo-staff.server.ts";
import { signIn } from "#app/services/sign-in.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { findStaff, keepNext, nextPath } from "#app/web/staff.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle } from "./form.server.ts";

/** Signing in. Whoever is signed in already goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { site } = context;
  const who = await findStaff(args);
  if (who?.verified) throw redirect(nextPath(request), 303);
  return {
    documentTitle: staffTitle(context, staff.signIn.title),
    fields: fieldViews(signInFields, context),
    refusal: refusalOf(request),
    singleSignOn: site.singleSignOn && { name: site.singleSignOn.name, href: keepNext("/staff/single-sign-on", request) },
    demo: await readDemoStaff(site.db),
  };
}

/** Why the landlord's own sign-in let nobody in, in words. */
function refusalOf({ url }: Request): string | undefined {
  const reason = new URL(url).searchParams.get("refused") ?? "";
  const { refused } = staff.signIn;
  return Object.hasOwn(refused, reason) ? refused[reason as keyof typeof refused] : undefined;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const typed = fieldsOf(await readForm(request), Object.keys(signInFields));
  const checked = checkFields(signInFields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const browser = request.headers.get("user-agent") ?? "";
  const { now, site, words } = context;
  const answer = await signIn(site.db, { ...checked.answer, browser, secondFactor: site.landlord.staff.secondFactor, now });
  if (answer.ok)
    throw redirect(nextPath(request), { status: 303, headers: { "Set-Cookie": await context.staffCookie.give(answer.token) } });
  const { wrong, wait } = staff.signIn;
  const until = answer.reason === "wait" && wait(instantIn(words, answer.until));
  return refuse(context, typed, { email: until || wrong });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} />;
}
