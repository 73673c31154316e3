import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";

/** A leaf of the catalogue that a slot can be booked for. */
export type BookableProblem = Schema["problems"]["$inferSelect"] & { trade: string; priority: string };

/** The leaves of the newest catalogue that lead to a booking, in its order. Hazards are left out: officers arrange those. */
export async function findBookableProblems(tx: Query, { catalogues, problems }: Schema): Promise<BookableProblem[]> {
  const [newest] = await tx.select({ id: catalogues.id }).from(catalogues).orderBy(desc(catalogues.version)).limit(1);
  if (!newest) return [];
  const rows = await tx
    .select()
    .from(problems)
    .where(and(eq(problems.catalogueId, newest.id), eq(problems.outcome, "book"), isNotNull(problems.trade), isNull(problems.hazard)))
    .orderBy(asc(problems.position));
  return rows.flatMap(({ trade, priority, ...rest }) => (trade && priority ? [{ ...rest, trade, priority }] : []));
}

/** The tables that a demo fills, each after those it points into. */
const FILLED = [
  "patches",
  "blocks",
  "homes",
  "contractors",
  "operatives",
  "operativeTrades",
  "operativePatches",
  "workingPatterns",
  "repairs",
  "contacts",
  "appointments",
  "events",
  "days",
  "slots",
] as const;
type Filled = (typeof FILLED)[number];

/** The rows of a demo, by table. */
export type DemoRows = { [Table in Filled]: Schema[Table]["$inferInsert"][] };

/** Adds the rows of a demo to an empty database. */
export async function addDemo(tx: Query, schema: Schema, rows: DemoRows): Promise<void> {
  for (const table of FILLED) await insertRows(tx, schema[table], rows[table]);
}
