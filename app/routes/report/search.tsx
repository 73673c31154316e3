import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchPage } from "#app/features/report/search-page.tsx";
import { problemsFor } from "#app/journeys/report-places.ts";
import { answersTo } from "#app/journeys/report-problems.ts";
import { searchCatalogue } from "#app/services/search-catalogue.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { pageTitle } from "#app/web/page-title.server.ts";
import { isChange, keepAnswers, keepHoldAndTyped, pageAfter, requirePage, requireReport } from "./draft.server.ts";
import { searchBox, searchedFor } from "./search.server.ts";
import { holdView } from "./view.server.ts";

/** The question with the tree, which the search stands beside. */
const BESIDE = "where";

type Match = Awaited<ReturnType<typeof searchCatalogue>>[number];

/** What fits the tenant's own words best. */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const open = await requireReport(args);
  requirePage(open, BESIDE);
  const { search } = context.words.report;
  const typed = searchedFor(args);
  if (typed === "") context.mistake ??= { typed: {}, errors: { q: search.error } };

  const found = typed ? await searchCatalogue(context.site.db, open, typed) : [];
  const outcome = typed && (found.length > 0 ? search.found(found.length, typed) : search.none(typed));
  const { q, problem } = context.mistake?.errors ?? {};
  const page = {
    documentTitle: pageTitle(context, outcome ? `${outcome} - ${search.title}` : search.title),
    search: { ...searchBox(args, open), error: q },
    outcome,
    found: found.map(matchView),
    list: `/report/${open.draft.id}/${BESIDE}${isChange(args) ? "?change" : ""}`,
    chooseError: problem,
    hold: holdView(open, context.now),
  };
  return data(page, { status: context.mistake ? 422 : 200 });
}

function matchView({ position, location, problem, detail }: Match) {
  return { position: String(position), words: detail ? `${problem}: ${detail}` : problem, place: location };
}

/** A match was pressed: it answers where, what and which as the tree would. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const form = await readForm(request);
  const open = await requireReport(args);
  requirePage(open, BESIDE);
  if (form.intent === "keep") return keepHoldAndTyped(args, open, undefined, form);
  const position = typeof form.problem === "string" ? form.problem : "";
  const answers = answersTo(problemsFor(open.progress.answers, open.facts), position, context.words.report.which.other);
  if (!answers) {
    context.mistake = { typed: {}, errors: { problem: context.words.report.search.chooseError } };
    return data(null, { status: 422 });
  }
  await keepAnswers(args, open, { ...answers });
  throw redirect(await pageAfter(args, answers.which ? "which" : "what"), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }];

export default function Search() {
  return <SearchPage {...useLoaderData<typeof loader>()} />;
}
