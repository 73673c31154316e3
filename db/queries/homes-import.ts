import { and, asc, type Column, eq, isNotNull, isNull, lte, ne, type SQL, sql } from "drizzle-orm";
import type { ListedHome } from "#app/domain/home.ts";
import type { Db, Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";

const CLEANED_AT_ONCE = 5000;

/** The elements of a JSON list as rows with one column, `value`: thousands of values in one parameter. */
export function eachOf(engine: Db["engine"], list: unknown[]): SQL {
  const json = JSON.stringify(list);
  return engine === "sqlite" ? sql`json_each(${json}) each` : sql`jsonb_array_elements(${json}::jsonb) each(value)`;
}

/** Whether a column has one of thousands of values. */
export function isAmong(engine: Db["engine"], column: Column, values: readonly string[]): SQL {
  return sql`${column} in (select value ${sql.raw(engine === "sqlite" ? "" : "#>> '{}'")} from ${eachOf(engine, [...values])})`;
}

const TEXTS = ["uprn", "line1", "line2", "line3", "town", "postcode", "sortKey", "patchName", "blockName", "tenure"] as const;
const NUMBERS = ["easting", "northing"] as const;

/** Puts rows into the staging table. Gives the lines of those whose UPRN an earlier row of the file has. */
export async function stageHomes(
  tx: Query,
  { engine, schema: { stagedHomes } }: Db,
  { importId, rows }: { importId: string; rows: { line: number; home: ListedHome }[] },
): Promise<Set<number>> {
  if (rows.length === 0) return new Set();
  const list = rows.map(({ line, home }) => [line, ...TEXTS.map((part) => home[part]), ...NUMBERS.map((part) => home[part])]);
  const texts = TEXTS.map((_, at) => sql`value ->> ${sql.raw(String(at + 1))}`);
  const numbers = NUMBERS.map((_, at) => sql`cast(value ->> ${sql.raw(String(at + 1 + TEXTS.length))} as integer)`);
  const cells = sql.join([sql`cast(value ->> 0 as integer)`, ...texts, ...numbers], sql`, `);
  const staged = await tx
    .insert(stagedHomes)
    .select(sql`select ${importId}, ${cells} from ${eachOf(engine, list)} where true`)
    .onConflictDoNothing()
    .returning({ line: stagedHomes.line });
  const kept = new Set(staged.map(({ line }) => line));
  return new Set(rows.map(({ line }) => line).filter((line) => !kept.has(line)));
}

/** The imports that have staged rows, apart from one: they crashed, or run at this moment. */
export async function findOtherImports(query: Query, { stagedHomes }: Schema, importId: string): Promise<string[]> {
  const rows = await query.selectDistinct({ importId: stagedHomes.importId }).from(stagedHomes).where(ne(stagedHomes.importId, importId));
  return rows.map((row) => row.importId);
}

/** Deletes some thousand staged rows of an import; false when none are left. */
export async function deleteStaged(tx: Query, { stagedHomes }: Schema, importId: string): Promise<boolean> {
  const [last] = await tx
    .select({ uprn: stagedHomes.uprn })
    .from(stagedHomes)
    .where(eq(stagedHomes.importId, importId))
    .orderBy(asc(stagedHomes.uprn))
    .limit(1)
    .offset(CLEANED_AT_ONCE);
  await tx.delete(stagedHomes).where(and(eq(stagedHomes.importId, importId), last && lte(stagedHomes.uprn, last.uprn)));
  return last !== undefined;
}

/** How many rows of an import are staged. */
export function countStaged(query: Query, { stagedHomes }: Schema, importId: string): Promise<number> {
  return query.$count(stagedHomes, eq(stagedHomes.importId, importId));
}

/** The patches that an import names and that are not there yet. */
export async function findNewPatches(query: Query, { stagedHomes, patches }: Schema, importId: string): Promise<string[]> {
  const rows = await query
    .selectDistinct({ name: stagedHomes.patchName })
    .from(stagedHomes)
    .leftJoin(patches, eq(patches.name, stagedHomes.patchName))
    .where(and(eq(stagedHomes.importId, importId), isNotNull(stagedHomes.patchName), isNull(patches.id)));
  return rows.flatMap(({ name }) => name ?? []);
}

/** A block as an import has it: in the patch of its homes. `id` is null where it is not there yet. */
export interface NamedBlock {
  id: string | null;
  name: string;
  patchName: string | null;
}

/** The blocks that an import names and that are not there yet, or are in another patch. */
export async function findChangedBlocks(query: Query, { stagedHomes, patches, blocks }: Schema, importId: string): Promise<NamedBlock[]> {
  const patchName = sql<string | null>`min(${stagedHomes.patchName})`;
  const rows = await query
    .select({ id: blocks.id, name: stagedHomes.blockName, patchName })
    .from(stagedHomes)
    .leftJoin(blocks, eq(blocks.name, stagedHomes.blockName))
    .leftJoin(patches, eq(patches.id, blocks.patchId))
    .where(and(eq(stagedHomes.importId, importId), isNotNull(stagedHomes.blockName)))
    .groupBy(stagedHomes.blockName, blocks.id, patches.name)
    .having(sql`${blocks.id} is null or (${patchName} is not null and ${patchName} is distinct from ${patches.name})`);
  return rows.flatMap(({ name, ...block }) => (name === null ? [] : { name, ...block }));
}

async function patchIds(tx: Query, { patches }: Schema): Promise<(name: string | null) => string | null> {
  const rows = await tx.select({ name: patches.name, id: patches.id }).from(patches);
  const known = new Map(rows.map(({ name, id }) => [name, id]));
  return (name) => known.get(name ?? "") ?? null;
}

/** Adds the patches and blocks that are not there yet. */
export async function addPlaces(
  tx: Query,
  schema: Schema,
  places: { patches: string[]; blocks: NamedBlock[]; nextId: () => string },
): Promise<void> {
  const { nextId } = places;
  await insertRows(
    tx,
    schema.patches,
    places.patches.map((name) => ({ id: nextId(), name })),
  );
  const patchId = await patchIds(tx, schema);
  const added = places.blocks.filter(({ id }) => id === null);
  await insertRows(
    tx,
    schema.blocks,
    added.map(({ name, patchName }) => ({ id: nextId(), name, patchId: patchId(patchName) })),
  );
}

/** Moves the blocks that were there to the patch that an import has them in. */
export async function moveBlocks(tx: Query, schema: Schema, moved: NamedBlock[]): Promise<void> {
  const patchId = await patchIds(tx, schema);
  for (const { id, patchName } of moved) {
    if (id !== null)
      await tx
        .update(schema.blocks)
        .set({ patchId: patchId(patchName) })
        .where(eq(schema.blocks.id, id));
  }
}
