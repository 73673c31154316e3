import { asc, desc, eq, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/** One leaf of one version of the catalogue. */
export type Problem = Schema["problems"]["$inferSelect"];
export type Catalogue = Schema["catalogues"]["$inferSelect"];

/**
 * The newest version of the catalogue in a language, or in any other where there is none: what new reports are asked from.
 * Undefined where none has been imported.
 */
export async function currentCatalogue(query: Query, { catalogues }: Schema, language = "en"): Promise<Catalogue | undefined> {
  const inLanguage = sql`case when ${catalogues.language} = ${given(catalogues.language, "language")} then 0 else 1 end`;
  const rows = await run(
    query,
    "current_catalogue",
    (q) => q.select().from(catalogues).orderBy(inLanguage, desc(catalogues.version)).limit(1),
    { language },
  );
  return rows[0];
}

/** The leaves of one version, in the order of its file. */
export function problemsOf(query: Query, { problems }: Schema, catalogueId: string): Promise<Problem[]> {
  return run(
    query,
    "problems_of",
    (q) =>
      q
        .select()
        .from(problems)
        .where(eq(problems.catalogueId, given(problems.catalogueId, "catalogueId")))
        .orderBy(asc(problems.position)),
    { catalogueId },
  );
}

/** One leaf, of whatever version: a repair keeps pointing to the one it was reported with. Undefined where there is none. */
export async function problemById(query: Query, { problems }: Schema, id: string): Promise<Problem | undefined> {
  const rows = await run(
    query,
    "problem_by_id",
    (q) =>
      q
        .select()
        .from(problems)
        .where(eq(problems.id, given(problems.id, "id"))),
    { id },
  );
  return rows[0];
}
