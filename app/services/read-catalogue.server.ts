import { effectiveOutcome, type Outcome } from "#app/domain/catalogue.ts";
import { makeSearch, type ProblemSearch } from "#app/domain/problem-search.ts";
import type { Db } from "#db/client.ts";
import { type Problem, problemsOf } from "#db/queries/catalogue.ts";

/** A leaf with what it leads to in the end. */
type SettledProblem = Problem & { outcome: Outcome };

/** A version of the catalogue, ready to ask from and to search. */
export interface KnownCatalogue {
  problems: readonly SettledProblem[];
  /** Laid out when somebody first searches it. */
  search: () => ProblemSearch<SettledProblem>;
}

/** A version of the catalogue never changes: a few are kept, by their id. */
const known = new Map<string, KnownCatalogue>();
const MOST_KNOWN = 4;

/** The leaves of one version of the catalogue, in its order; none where there is no such version. */
export async function readCatalogue(db: Db, catalogueId: string): Promise<KnownCatalogue> {
  const cached = known.get(catalogueId);
  if (cached) return cached;
  const leaves = await problemsOf(db.read, db.schema, catalogueId);
  const problems = leaves.map((problem) => ({ ...problem, outcome: effectiveOutcome(problem) }));
  let search: ProblemSearch<SettledProblem> | undefined;
  const catalogue: KnownCatalogue = {
    problems,
    search: () => {
      search ??= makeSearch(problems);
      return search;
    },
  };
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? "");
  known.set(catalogueId, catalogue);
  return catalogue;
}
