import { eq } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";

/** Whose database this is: the demo's, or a landlord's. */
export type InstallationKind = "demo" | "landlord";

/** There is one row, so it has one name: two first starts cannot both add it. */
const THE_ONE = "installation";

/** The kind of this installation; undefined before its first start has finished. */
export async function findInstallation(db: Db): Promise<InstallationKind | undefined> {
  const { installation } = db.schema;
  const [row] = await db.read.select({ kind: installation.kind }).from(installation).where(eq(installation.id, THE_ONE));
  return row && (row.kind === "demo" ? "demo" : "landlord");
}

/** Makes this change the first start; false when another process was first (PostgreSQL waits here until that one has finished). */
export async function claimInstallation(
  tx: Query,
  { installation }: Schema,
  first: { kind: InstallationKind; now: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(installation)
    .values({ id: THE_ONE, kind: first.kind, seededAt: first.now })
    .onConflictDoNothing()
    .returning({ id: installation.id });
  return rows.length > 0;
}

/** What a landlord's first start leaves in an empty database. */
export interface Foundation {
  /** In force from this local date on. */
  fromDate: LocalDate;
  rules: Rules;
  bankHolidays: Schema["bankHolidays"]["$inferInsert"][];
  trades: Schema["trades"]["$inferInsert"][];
}

/** Adds the first rules, the bank holidays and the trades. */
export async function addFoundation(tx: Query, schema: Schema, foundation: Foundation): Promise<void> {
  const { rules, fromDate, bankHolidays, trades } = foundation;
  const dated = Object.entries(rules).map(([kind, value]) => ({ id: `${kind}-${fromDate}`, kind, fromDate, value }));
  await insertRows(tx, schema.rules, dated);
  await insertRows(tx, schema.bankHolidays, bankHolidays);
  await insertRows(tx, schema.trades, trades);
}

/** Whether there are homes already: imported before the first start, so this is no empty database for a demo. */
export async function hasHomes(tx: Query, { homes }: Schema): Promise<boolean> {
  const rows = await tx.select({ uprn: homes.uprn }).from(homes).limit(1);
  return rows.length > 0;
}

/** Whether any catalogue has been imported. */
export async function hasCatalogue(db: Db): Promise<boolean> {
  const { catalogues } = db.schema;
  const rows = await db.read.select({ id: catalogues.id }).from(catalogues).limit(1);
  return rows.length > 0;
}
