import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QuestionPage } from "#app/features/report/question-page.tsx";
import { emergencyKind, warnedOf } from "#app/journeys/report-emergency.ts";
import { callBackReason, dangerOf } from "#app/journeys/report-facts.ts";
import { isForMe } from "#app/journeys/report-places.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { isChange, keepAnswer, keepHoldAndTyped, pageAfter, requirePage, requireReport } from "./draft.server.ts";
import { searchBox } from "./search.server.ts";
import { dueIn, pageView } from "./view.server.ts";

/** Where people are told that staff see a report of a danger even if it is not sent. */
const SAID_ON = ["call-us", "emergency-repair", "describe", "contact"];

/** One question, or one page of advice, of the report journey. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const open = await requireReport(args);
  const page = requirePage(open, params.step ?? "");
  const { answers } = open.progress;
  return {
    ...pageView(open, page, context, isChange(args)),
    isSeen: SAID_ON.includes(page.slug) && dangerOf(answers, open.facts) !== undefined,
    isTrapped: context.mistake?.errors.homepage !== undefined,
    search: page.slug === "where" ? searchBox(args, open) : undefined,
    draft: open.draft.id,
    postcode: answers.postcode?.postcode,
    emergency: page.slug === "emergency-repair" ? emergencyKind(answers, open.facts) : answers.emergency?.kind,
    danger: warnedOf(answers)?.kind,
    tenure: answers.tenure?.tenure,
    isForOther: !isForMe(answers),
    reason: page.slug === "call-back" ? callBackReason(answers, open.facts) : undefined,
    due: page.slug === "planned" && open.job ? dueIn(open.job.due, context.words) : undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const form = await readForm(request);
  const open = await requireReport(args);
  const page = requirePage(open, params.step ?? "");
  if (form.intent === "keep") return keepHoldAndTyped(args, open, page, form);
  const typed = fieldsOf(form, Object.keys(page.fields));
  if (form.homepage && page.slug === "contact") {
    // Nothing is kept: who is caught is not let past the page.
    context.mistake = { typed, errors: { homepage: context.words.report.trap.caught } };
    return data(null, { status: 422 });
  }
  await keepAnswer(args, open, { slug: page.slug, typed });
  const checked = page.check(typed);
  if ("errors" in checked) {
    context.mistake = { typed, errors: checked.errors };
    return data(null, { status: 422 });
  }
  throw redirect(await pageAfter(args, page.slug), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Step() {
  return <QuestionPage {...useLoaderData<typeof loader>()} />;
}
