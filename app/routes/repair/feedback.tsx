import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FormPage } from "#app/features/follow/form-page.tsx";
import { checkFields } from "#app/journeys/journey.ts";
import { feedbackFields } from "#app/journeys/own-repair-forms.ts";
import { giveFeedback } from "#app/services/give-feedback.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { fieldViews, refuse } from "../form.server.ts";
import { requireOwn } from "./own.server.ts";
import { visitToJudge } from "./own-actions.server.ts";

/** A visit that was made and that nothing has been said of; where there is none the repair's page follows. */
async function requireVisit(args: LoaderFunctionArgs) {
  const { own, path } = await requireOwn(args);
  const appointmentId = visitToJudge(own);
  if (appointmentId === undefined) throw redirect(path, 303);
  return { repairId: own.repair.id, appointmentId, path };
}

/** Two questions about a visit. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { path } = await requireVisit(args);
  const { title, lead, button } = context.words.followMore.feedback;
  const fields = fieldViews(feedbackFields(context.words), context);
  return { title, button, back: path, lead: [lead], fields, documentTitle: pageTitle(context, title) };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const { path, ...visit } = await requireVisit(args);
  const form = await readForm(args.request);
  const checked = checkFields(feedbackFields(context.words), form);
  if ("errors" in checked) return refuse(context, form, checked.errors);
  await giveFeedback(context.site.db, { ...visit, ...checked.answer, now: context.now });
  throw redirect(`${path}?saved=thanked`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Feedback() {
  return <FormPage {...useLoaderData<typeof loader>()} />;
}
