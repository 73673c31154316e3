import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { QuestionPage } from "#app/features/report/question-page.tsx";
import { callReason } from "#app/journeys/report-facts.ts";
import { isForMe } from "#app/journeys/report-places.ts";
import { fieldsOf, readForm } from "#app/web/forms.server.ts";
import { isChange, keepAnswer, keepHoldAndTyped, pageAfter, requirePage, requireReport } from "./draft.server.ts";
import { searchBox } from "./search.server.ts";
import { pageView } from "./view.server.ts";

/** One question, or one page of advice, of the report journey. */
export async function loader(args: LoaderFunctionArgs) {
  const { params, context } = args;
  const open = await requireReport(args);
  const page = requirePage(open, params.step ?? "");
  const { answers } = open.progress;
  return {
    ...pageView(open, page, context, isChange(args)),
    search: page.slug === "where" ? searchBox(args, open) : undefined,
    draft: open.draft.id,
    postcode: answers.postcode?.postcode,
    emergency: answers.emergency?.kind,
    tenure: answers.tenure?.tenure,
    isForOther: !isForMe(answers),
    reason: page.slug === "call-back" ? callReason(answers, open.facts) : undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { params, request, context } = args;
  const form = await readForm(request);
  const open = await requireReport(args);
  const page = requirePage(open, params.step ?? "");
  if (form.intent === "keep") return keepHoldAndTyped(args, open, page, form);
  const typed = fieldsOf(form, Object.keys(page.fields));
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
