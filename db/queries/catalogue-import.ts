import { desc, eq } from "drizzle-orm";
import { ruleKinds } from "#app/domain/rules.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";

type NewCatalogue = Omit<Schema["catalogues"]["$inferInsert"], "version">;
type NewProblem = Omit<Schema["problems"]["$inferInsert"], "catalogueId" | "position">;

/**
 * Adds a version of the catalogue with its leaves in their order. Gives the version in force afterwards and whether it is new: the
 * same rows as the newest of that language add nothing. Undefined where another import took the version number at that moment.
 */
export async function addCatalogue(
  tx: Query,
  { catalogues, problems }: Schema,
  { catalogue, leaves }: { catalogue: NewCatalogue; leaves: NewProblem[] },
): Promise<{ version: number; isNew: boolean } | undefined> {
  // One statement, so one moment: a version added between two would be taken for another one's.
  const { version: number, language, fingerprint } = catalogues;
  const known = await tx.select({ version: number, language, fingerprint }).from(catalogues).orderBy(desc(number));
  const newest = known.find((one) => one.language === catalogue.language);
  if (newest?.fingerprint === catalogue.fingerprint) return { version: newest.version, isNew: false };
  const version = (known[0]?.version ?? 0) + 1;
  const added = await tx
    .insert(catalogues)
    .values({ ...catalogue, version })
    .onConflictDoNothing()
    .returning({ version: catalogues.version });
  if (added.length === 0) return undefined;
  await insertRows(
    tx,
    problems,
    leaves.map((leaf, position) => ({ ...leaf, catalogueId: catalogue.id, position })),
  );
  return { version, isNew: true };
}

/** The ids of the trades there are, none before the first start. */
export async function findTrades(query: Query, { trades }: Schema): Promise<string[]> {
  return (await query.select({ id: trades.id }).from(trades)).map(({ id }) => id);
}

/** The codes of every priority the landlord has had or will have, none before the first start. */
export async function findPriorityCodes(query: Query, { rules }: Schema): Promise<string[]> {
  const rows = await query.select({ value: rules.value }).from(rules).where(eq(rules.kind, "priorities"));
  return rows.flatMap(({ value }) => ruleKinds.priorities.parse(value).map(({ code }) => code));
}
