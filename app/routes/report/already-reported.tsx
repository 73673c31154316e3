import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QuestionPage } from "#app/features/report/question-page.tsx";
import { type FollowAnswer, follow } from "#app/journeys/side-forms.ts";
import { followRepair } from "#app/services/follow-repair.server.ts";
import type { OpenReport } from "#app/services/open-report.server.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { requirePage, requireReport } from "./draft.server.ts";
import { pageView } from "./view.server.ts";

const SLUG = "already-reported";

/** A repair of shared areas that is reported already: somebody else has it too, and may want to hear of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const open = await requireReport(args);
  requirePage(open, SLUG);
  const [page] = follow.walk({}, context).path;
  if (!page) throw new Error("The form to follow a repair has no page");
  return {
    ...pageView(open, page, context, false),
    back: `/report/${open.draft.id}/known`,
    draft: open.draft.id,
    known: knownOf(open)?.label,
    button: context.words.report.places.alreadyReported.button,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await readForm(request);
  const open = await requireReport(args);
  requirePage(open, SLUG);
  const { path } = follow.walk({}, context);
  const typed = fieldsOf(form, Object.keys(path[0]?.fields ?? {}));
  const checked = path[0]?.check(typed);
  const repair = knownOf(open);
  if (!repair || !checked || "errors" in checked) {
    context.mistake = { typed, errors: checked && "errors" in checked ? checked.errors : {} };
    return data(null, { status: 422 });
  }
  const { id: draftId, device } = open.draft;
  const answer = checked.answer as FollowAnswer;
  await followRepair(context.site.db, { draftId, device, repairId: repair.id, answer, now: context.now });
  throw redirect(`/report/${draftId}/saved`, 303);
}

const knownOf = ({ progress, facts }: OpenReport) => facts.reported.find(({ id }) => progress.answers.known?.repair === `repair-${id}`);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function AlreadyReported() {
  return <QuestionPage {...useLoaderData<typeof loader>()} />;
}
