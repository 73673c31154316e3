import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReference } from "#app/domain/reference.ts";
import { FindPage } from "#app/features/follow/find-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { findFields } from "#app/journeys/own-repair-forms.ts";
import { askForCode } from "#app/services/prove-repair.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { deviceOf } from "./own.server.ts";

/** Asks for the reference and the postcode. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { title } = context.words.follow.find;
  const reference = readReference(new URL(request.url).searchParams.get("reference") ?? "") ?? "";
  return {
    title,
    documentTitle: pageTitle(context, title),
    fields: fieldViews(findFields(context.words), context, { reference }),
  };
}

/** Sends a code, where there is anybody to send it to; what follows looks the same. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const fields = findFields(context.words);
  const typed = fieldsOf(await readForm(args.request), Object.keys(fields));
  const checked = checkFields(fields, typed);
  if ("errors" in checked) return refuse(context, typed, checked.errors);
  const { device, headers } = await deviceOf(args);
  const asked = await askForCode(context.site.db, { ...checked.answer, device, from: context.origin, now: context.now });
  if (!asked.ok) throw new Response(null, { status: 429 });
  context.site.sendNow?.();
  throw redirect(`/repair/code/${asked.id}`, { status: 303, headers });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Find() {
  return <FindPage {...useLoaderData<typeof loader>()} />;
}
