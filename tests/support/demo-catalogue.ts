import type { Db } from "#db/client.ts";
import type { BookableProblem } from "#db/queries/load-demo.ts";
import trades from "#db/seed/trades.json";

/** A problem of every trade at every priority, for one visit and for two. */
export const PROBLEMS: BookableProblem[] = trades
  .flatMap(({ id: trade, name }) => ["urgent", "routine", "planned"].map((priority) => ({ trade, name, priority })))
  .flatMap(({ trade, name, priority }) => [1, 2].map((visits) => ({ trade, name, priority, visits })))
  .map(({ trade, name, priority, visits }, position) => ({
    id: `problem-${String(position).padStart(2, "0")}`,
    catalogueId: "catalogue",
    position,
    location: "Kitchen",
    problem: `${name} work, ${priority}`,
    detail: visits === 2 ? "A big job" : null,
    code: `${100 + position}`,
    outcome: "book",
    trade,
    priority,
    visits,
    hazard: null,
    searchWords: null,
    audience: ["tenant"],
    presence: true,
    entry: false,
  }));

/** Imports them as a catalogue: a first start then brings none of its own. */
export async function addProblems(db: Db): Promise<void> {
  await db.write(async (tx) => {
    const catalogue = { id: "catalogue", version: 1, language: "en", source: "test", fingerprint: "test", addedAt: new Date(0) };
    await tx.insert(db.schema.catalogues).values(catalogue);
    await tx.insert(db.schema.problems).values(PROBLEMS);
  });
}
