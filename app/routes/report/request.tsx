import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QuestionPage } from "#app/features/report/question-page.tsx";
import { type RequestAnswer, request as requestForm } from "#app/journeys/side-forms.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { saveRequest } from "#app/services/save-request.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { openQuestion, requireReport } from "./draft.server.ts";
import { pageView } from "./view.server.ts";

/** Where the journey ends without an address of the landlord's. */
const ENDS = ["no-homes", "not-listed"];

/** The page this one was reached from; elsewhere leads to the question that is open. */
function requireEnd(open: OpenReport): string {
  const end = open.progress.path.at(-1)?.slug ?? "";
  if (!ENDS.includes(end)) throw redirect(openQuestion(open));
  return `/report/${open.draft.id}/${end}`;
}

/** A request of somebody whose address we do not have. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const open = await requireReport(args);
  const back = requireEnd(open);
  const [page] = requestForm.walk({}, context).path;
  if (!page) throw new Error("The form of a request has no page");
  const button = context.words.report.places.request.button;
  return { ...pageView(open, page, context, false), back, draft: open.draft.id, button };
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args;
  const form = await readForm(args.request);
  const open = await requireReport(args);
  requireEnd(open);
  const { path } = requestForm.walk({}, context);
  const typed = fieldsOf(form, Object.keys(path[0]?.fields ?? {}));
  const checked = path[0]?.check(typed) ?? { errors: {} };
  if ("errors" in checked) {
    context.mistake = { typed, errors: checked.errors };
    return data(null, { status: 422 });
  }
  const { id: draftId, device } = open.draft;
  await saveRequest(context.site.db, { draftId, device, answer: checked.answer as RequestAnswer, now: context.now });
  throw redirect(`/report/${draftId}/saved`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Request() {
  return <QuestionPage {...useLoaderData<typeof loader>()} />;
}
