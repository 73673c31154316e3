import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WelcomePage } from "#app/features/staff/welcome-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { welcomeFields } from "#app/journeys/staff-forms.ts";
import { staff } from "#app/languages/staff.ts";
import { choosePassword, readWelcome } from "#app/services/staff-accounts.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { staffTitle } from "./form.server.ts";

/** Where the link of a new account leads, or 404 once it is used or old. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const account = await readWelcome(context.site.db, { token: params.token ?? "", now: context.now });
  if (!account) throw new Response(null, { status: 404 });
  const { name, email } = account;
  return { name, email, documentTitle: staffTitle(context, staff.welcome.title), fields: fieldViews(welcomeFields, context) };
}

export async function action({ params, context, request }: ActionFunctionArgs) {
  const typed = fieldsOf(await readForm(request), Object.keys(welcomeFields));
  const checked = checkFields(welcomeFields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const { password } = checked.answer;
  const isChosen = await choosePassword(context.site.db, { token: params.token ?? "", password, now: context.now });
  if (!isChosen) throw new Response(null, { status: 404 });
  throw redirect("/staff/sign-in", 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Welcome() {
  return <WelcomePage {...useLoaderData<typeof loader>()} />;
}
