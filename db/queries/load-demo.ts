import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { currentCatalogue, type Problem, problemsOf } from "./catalogue.ts";
import { insertRows } from "./insert-rows.ts";

/** A leaf of the catalogue that a slot can be booked for. */
export type BookableProblem = Problem & { trade: string; priority: string };

/** The leaves of the newest catalogue that lead tenants to a booking, in its order. Hazards are left out: officers arrange those. */
export async function findBookableProblems(tx: Query, schema: Schema): Promise<BookableProblem[]> {
  const newest = await currentCatalogue(tx, schema);
  const leaves = newest ? await problemsOf(tx, schema, newest.id) : [];
  return leaves
    .filter(({ outcome, hazard, audience }) => outcome === "book" && !hazard && audience.includes("tenant"))
    .flatMap(({ trade, priority, ...rest }) => (trade && priority ? [{ ...rest, trade, priority }] : []));
}

/** The tables that a demo fills, each after those it points into. */
const FILLED = [
  "patches",
  "blocks",
  "homes",
  "tenancies",
  "tenants",
  "tenantContacts",
  "contractors",
  "operatives",
  "operativeTrades",
  "operativePatches",
  "accreditations",
  "operativeWishes",
  "workingPatterns",
  "repairs",
  "contacts",
  "appointments",
  "visits",
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
