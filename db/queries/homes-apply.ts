import { and, asc, eq, exists, gt, gte, isNull, lte, notExists, type SQL, sql } from "drizzle-orm";
import type { Address } from "#app/domain/address.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Db, Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { isAmong } from "./homes-import.ts";

/** One import at work. `has` names the headings of its file: an optional part that has none stays as it is. */
export interface Import {
  importId: string;
  has: ReadonlySet<string>;
}

/**
 * New homes are written in short turns before the import is applied. Until then they bear this date, so that like every ended
 * home they are not found; the transaction that applies the import takes it away from all of them at once.
 */
export const NOT_YET: LocalDate = "0001-01-01";
export const SETTLED_AT_ONCE = 2000;

const PARTS = ["line1", "line2", "line3", "town", "postcode", "sortKey", "patchId", "blockId", "tenure", "easting", "northing"] as const;

type Part = (typeof PARTS)[number];

/** Each part of a home as an import would have it. */
function imported({ homes, stagedHomes, patches, blocks }: Schema, has: ReadonlySet<string>): Record<Part, SQL> {
  const { line1, line2, line3, town, postcode, sortKey, tenure, easting, northing } = stagedHomes;
  return {
    line1: sql`${line1}`,
    line2: sql`${line2}`,
    line3: sql`${line3}`,
    town: sql`${town}`,
    postcode: sql`${postcode}`,
    sortKey: sql`${sortKey}`,
    patchId: sql`${has.has("patch") ? patches.id : homes.patchId}`,
    blockId: sql`${has.has("block") ? blocks.id : homes.blockId}`,
    tenure: sql`${tenure}`,
    easting: sql`${has.has("easting") ? easting : homes.easting}`,
    northing: sql`${has.has("northing") ? northing : homes.northing}`,
  };
}

/** The staged rows beside the homes they are about, as rows for the homes table. */
function asHomes(
  tx: Query,
  schema: Schema,
  { importId, has }: Import,
  { where, endedOn }: { where: SQL | undefined; endedOn: LocalDate | null },
) {
  const { homes, stagedHomes, patches, blocks } = schema;
  return tx
    .select({
      uprn: sql`${stagedHomes.uprn}`,
      ...imported(schema, has),
      endedOn: sql`${endedOn}`,
      notAloneWhy: sql`${homes.notAloneWhy}`,
      notAloneUntil: sql`${homes.notAloneUntil}`,
      restrictedTo: sql`${homes.restrictedTo}`,
      restrictedWhy: sql`${homes.restrictedWhy}`,
      restrictedReviewOn: sql`${homes.restrictedReviewOn}`,
      version: sql`0`,
    } as never)
    .from(stagedHomes)
    .leftJoin(homes, eq(homes.uprn, stagedHomes.uprn))
    .leftJoin(patches, eq(patches.name, stagedHomes.patchName))
    .leftJoin(blocks, eq(blocks.name, stagedHomes.blockName))
    .where(and(eq(stagedHomes.importId, importId), where)) as never;
}

/** A staged row would leave its home as it is. */
function isUnchanged(tx: Query, schema: Schema, has: ReadonlySet<string>) {
  const { homes, stagedHomes, patches, blocks } = schema;
  const same = Object.entries(imported(schema, has)).map(
    ([part, value]) => sql`${homes[part as keyof typeof homes]} is not distinct from ${value}`,
  );
  const home = tx
    .select({ found: sql`1` })
    .from(homes)
    .leftJoin(patches, eq(patches.name, stagedHomes.patchName))
    .leftJoin(blocks, eq(blocks.name, stagedHomes.blockName))
    .where(and(eq(homes.uprn, stagedHomes.uprn), isNull(homes.endedOn), ...same));
  return exists(home);
}

/**
 * Settles some staged rows after a UPRN, in the order of UPRNs: those that change nothing go, new homes are written but not yet
 * found by anybody, and changes to homes that are there stay staged. Gives how many were added, and the UPRN to go on after.
 */
export async function settleSome(tx: Query, schema: Schema, { after, ...work }: Import & { after: string }) {
  const { homes, stagedHomes } = schema;
  const rest = and(eq(stagedHomes.importId, work.importId), gt(stagedHomes.uprn, after));
  const [last] = await tx
    .select({ uprn: stagedHomes.uprn })
    .from(stagedHomes)
    .where(rest)
    .orderBy(asc(stagedHomes.uprn))
    .limit(1)
    .offset(SETTLED_AT_ONCE);
  const some = and(rest, last && lte(stagedHomes.uprn, last.uprn));
  await tx.delete(stagedHomes).where(and(some, isUnchanged(tx, schema, work.has)));
  const added = await tx.insert(homes).select(asHomes(tx, schema, work, { where: and(some, isNull(homes.uprn)), endedOn: NOT_YET }));
  const isAdded = tx
    .select({ found: sql`1` })
    .from(homes)
    .where(and(eq(homes.uprn, stagedHomes.uprn), eq(homes.endedOn, NOT_YET)));
  await tx.delete(stagedHomes).where(and(some, exists(isAdded)));
  return { added: rowsTouched(added), next: last?.uprn };
}

/** How many rows a change has touched: SQLite's driver counts `changes`, PostgreSQL's `rowCount`. */
export const rowsTouched = (result: object) => Number("changes" in result ? result.changes : (result as { rowCount?: number }).rowCount);

/** Deletes some thousand new homes of imports that were never applied; false when none are left. */
export async function deleteNotYet(tx: Query, { homes }: Schema): Promise<boolean> {
  const some = await tx
    .select({ uprn: homes.uprn })
    .from(homes)
    .where(eq(homes.endedOn, NOT_YET))
    .orderBy(asc(homes.uprn))
    .limit(SETTLED_AT_ONCE);
  const [first, last] = [some.at(0), some.at(-1)];
  if (first && last) await tx.delete(homes).where(and(eq(homes.endedOn, NOT_YET), gte(homes.uprn, first.uprn), lte(homes.uprn, last.uprn)));
  return some.length === SETTLED_AT_ONCE;
}

/** Lets all new homes be found. Gives how many. */
export async function beginNew(tx: Query, { homes }: Schema): Promise<number> {
  return rowsTouched(await tx.update(homes).set({ endedOn: null }).where(eq(homes.endedOn, NOT_YET)));
}

/** The parts of homes that any staged row would change. Naming no others spares the indexes of what stays as it is. */
export async function findChangedParts(query: Query, schema: Schema, { importId, has }: Import): Promise<Part[]> {
  const { homes, stagedHomes, patches, blocks } = schema;
  const values = imported(schema, has);
  const differs = (part: Part) =>
    sql<number>`max(case when ${homes[part]} is distinct from ${values[part]} then 1 else 0 end)`.mapWith(Number);
  const [row] = await query
    .select(Object.fromEntries(PARTS.map((part) => [part, differs(part)])))
    .from(stagedHomes)
    .innerJoin(homes, eq(homes.uprn, stagedHomes.uprn))
    .leftJoin(patches, eq(patches.name, stagedHomes.patchName))
    .leftJoin(blocks, eq(blocks.name, stagedHomes.blockName))
    .where(eq(stagedHomes.importId, importId));
  return PARTS.filter((part) => row?.[part] === 1);
}

/** Changes parts of homes as the staged rows that were not settled say; ended ones that are listed again go on. Gives how many. */
export async function changeHomes(tx: Query, schema: Schema, { parts, ...work }: Import & { parts: Part[] }): Promise<number> {
  const { homes, stagedHomes, patches, blocks } = schema;
  const values = imported(schema, work.has);
  const result = await tx
    .update(homes)
    .set({ ...Object.fromEntries(parts.map((part) => [part, values[part]])), endedOn: null, version: sql`${homes.version} + 1` })
    .from(stagedHomes)
    .leftJoin(patches, eq(patches.name, stagedHomes.patchName))
    .leftJoin(blocks, eq(blocks.name, stagedHomes.blockName))
    .where(and(eq(stagedHomes.importId, work.importId), eq(homes.uprn, stagedHomes.uprn)));
  return rowsTouched(result);
}

/** The UPRNs of the homes that a full import does not list. Asked before its rows are settled. */
export async function findMissing(query: Query, { homes, stagedHomes }: Schema, importId: string): Promise<string[]> {
  const isListed = query
    .select({ found: sql`1` })
    .from(stagedHomes)
    .where(and(eq(stagedHomes.importId, importId), eq(stagedHomes.uprn, homes.uprn)));
  const rows = await query
    .select({ uprn: homes.uprn })
    .from(homes)
    .where(and(isNull(homes.endedOn), notExists(isListed)));
  return rows.map(({ uprn }) => uprn);
}

/** A home that ends although something is still to be repaired there. */
export interface EndedWithRepairs {
  uprn: string;
  address: Address;
  references: string[];
}

/** Ends homes as of a local date. Gives those with open repairs, in the order of their addresses. */
export async function endHomes(tx: Query, { engine, schema }: Db, ended: { uprns: string[]; on: LocalDate }): Promise<EndedWithRepairs[]> {
  const { homes, repairs } = schema;
  const isEnded = isAmong(engine, homes.uprn, ended.uprns);
  await tx
    .update(homes)
    .set({ endedOn: ended.on, version: sql`${homes.version} + 1` })
    .where(isEnded);
  const rows = await tx
    .select({ home: homes, reference: repairs.reference })
    .from(homes)
    .innerJoin(repairs, eq(homes.uprn, repairs.uprn))
    .where(and(eq(repairs.status, "open"), isEnded))
    .orderBy(asc(homes.postcode), asc(homes.sortKey), asc(repairs.reference));
  const byHome = new Map<string, EndedWithRepairs>();
  for (const { home, reference } of rows) {
    const one = byHome.get(home.uprn) ?? { uprn: home.uprn, address: home, references: [] };
    one.references.push(reference);
    byHome.set(home.uprn, one);
  }
  return [...byHome.values()];
}
