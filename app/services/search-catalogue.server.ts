import { searchProblems } from "#app/domain/problem-search.ts";
import { problemsFor } from "#app/journeys/report-places.ts";
import type { Db } from "#db/client.ts";
import type { Problem } from "#db/queries/catalogue.ts";
import type { OpenReport } from "./open-report.server.ts";
import { readCatalogue } from "./read-catalogue.server.ts";

const MOST_FOUND = 10;

/** The problems this report may choose from that best fit what was typed, best first: ten at most, none where nothing fits. */
export async function searchCatalogue(db: Db, { draft, facts, progress }: OpenReport, typed: string): Promise<Problem[]> {
  const { search } = await readCatalogue(db, draft.catalogueId);
  const offered = new Set(problemsFor(progress.answers, facts).map(({ position }) => position));
  return searchProblems(search(), typed, { most: MOST_FOUND, only: ({ position }) => offered.has(position) });
}
