import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dangerIn } from "#app/domain/emergency-words.ts";
import { FormOrCall } from "#app/features/follow/form-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { tellFields } from "#app/journeys/own-repair-forms.ts";
import { tellMore } from "#app/services/tell-more.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { fieldViews, newSubmission, refuse } from "../form.server.ts";
import { requireAddable } from "./own-actions.server.ts";

/** More to know about a repair: whoever asks about it is asked whether it has got worse. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { path } = await requireAddable(args);
  const { title, lead, button } = context.words.followMore.tell;
  return {
    ...{ title, button, back: path, lead: [lead], hidden: { submission: newSubmission() } },
    fields: fieldViews(tellFields(context.words), context),
    documentTitle: pageTitle(context, title),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { own, path } = await requireAddable(args);
  const form = await readForm(args.request);
  const fields = tellFields(context.words);
  const checked = checkFields(fields, form);
  if ("errors" in checked) return refuse(context, fieldsOf(form, Object.keys(fields)), checked.errors);
  const { worse, words } = checked.answer;
  const told = { repairId: own.repair.id, words, worse: worse === "yes", submission: String(form.submission ?? "") };
  await tellMore(context.site.db, { ...told, now: context.now });
  const said = worse === "yes" ? "worse" : "told";
  throw redirect(`${path}?saved=${dangerIn(words) ? "danger" : said}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Tell() {
  return <FormOrCall {...useLoaderData<typeof loader>()} />;
}
