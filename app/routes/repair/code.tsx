import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodePage } from "#app/features/follow/code-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { proofFields } from "#app/journeys/own-repair-forms.ts";
import { askAgain, giveCode, hasAsked } from "#app/services/prove-repair.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { ownPath } from "./own.server.ts";

/** What this device has asked for; everybody else begins at the beginning. */
async function requireAsked({ request, params, context }: LoaderFunctionArgs): Promise<{ id: string; device: string }> {
  const device = await context.device.read(request);
  const asked = { id: params.proof ?? "", device: device ?? "" };
  if (!device || !(await hasAsked(context.site.db, asked))) throw redirect("/repair", 303);
  return asked;
}

/** Asks for the code that was sent. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  await requireAsked(args);
  const { title } = context.words.follow.code;
  return { title, documentTitle: pageTitle(context, title), fields: fieldViews(proofFields(context.words), context) };
}

/** Looks at the code, or sends another one. */
export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { site, now, words, origin: from } = context;
  const asked = { ...(await requireAsked(args)), from, now };
  const form = await readForm(args.request);
  if (form.intent === "again") throw redirect(`/repair/code/${await sendAgain(args, asked)}`, 303);
  const fields = proofFields(words);
  const checked = checkFields(fields, form);
  if ("errors" in checked) return refuse(context, fieldsOf(form, Object.keys(fields)), checked.errors);
  const reference = await giveCode(site.db, { ...asked, code: checked.answer.code, secret: site.secret });
  if (reference === undefined) return refuse(context, {}, { code: words.follow.code.wrong });
  throw redirect(ownPath(reference), 303);
}

async function sendAgain({ context: { site } }: ActionFunctionArgs, asked: Parameters<typeof askAgain>[1]): Promise<string> {
  const again = await askAgain(site.db, asked);
  if (!again?.ok) throw new Response(null, { status: 429 });
  site.sendNow?.();
  return again.id;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Code() {
  return <CodePage {...useLoaderData<typeof loader>()} />;
}
