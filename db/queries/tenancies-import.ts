import { and, asc, eq, gt, lte, ne, sql } from "drizzle-orm";
import type { ListedTenant } from "#app/domain/tenancy.ts";
import type { Db, Query } from "../client.ts";
import { NOT_YET, SETTLED_AT_ONCE } from "./homes-apply.ts";
import { eachOf } from "./homes-import.ts";

const CELLS = ["reference", "uprn", "name", "otherNames", "bornOn", "startsOn", "endsOn", "contacts"] as const;

/** A tenant to be staged: `id` is theirs, should there be none of this name yet. */
export interface StagedTenant {
  line: number;
  id: string;
  listed: ListedTenant;
}

/**
 * Puts rows into the staging table. Gives the reasons why some of them cannot be there, by their lines: what an earlier row of the file says,
 * or no such home.
 */
export async function stageTenants(
  tx: Query,
  { engine, schema: { stagedTenancies, homes } }: Db,
  { importId, rows }: { importId: string; rows: StagedTenant[] },
): Promise<Map<number, string>> {
  if (rows.length === 0) return new Map();
  const refused = new Map<number, string>(rows.map(({ line }) => [line, "another row above has the same tenancy reference and name"]));
  const list = rows.map(({ line, id, listed }) => [line, id, ...CELLS.map((cell) => listed[cell])]);
  const texts = ["tenantId", ...CELLS].map((_, at) => sql`value ->> ${sql.raw(String(at + 1))}`);
  const staged = await tx
    .insert(stagedTenancies)
    .select(sql`select ${importId}, cast(value ->> 0 as integer), ${sql.join(texts, sql`, `)} from ${eachOf(engine, list)} where true`)
    .onConflictDoNothing()
    .returning({ line: stagedTenancies.line });
  for (const { line } of staged) refused.delete(line);
  const lines = sql`${stagedTenancies.line} in (${sql.join(
    rows.map(({ line }) => sql.raw(String(line))),
    sql`, `,
  )})`;
  const own = and(eq(stagedTenancies.importId, importId), lines);
  const isHome = sql`exists (select 1 from ${homes} where ${homes.uprn} = ${stagedTenancies.uprn} and ${homes.endedOn} is distinct from ${NOT_YET})`;
  const homeless = await tx
    .delete(stagedTenancies)
    .where(and(own, sql`not ${isHome}`))
    .returning({ line: stagedTenancies.line });
  for (const { line } of homeless) refused.set(line, "no home has this uprn");
  const earlier = sql`(select 1 from ${stagedTenancies} before where before.import_id = ${importId}
    and before.reference = ${stagedTenancies.reference} and before.line < ${stagedTenancies.line} and (before.uprn <> ${stagedTenancies.uprn}
    or before.starts_on <> ${stagedTenancies.startsOn} or before.ends_on is distinct from ${stagedTenancies.endsOn}))`;
  const torn = await tx
    .delete(stagedTenancies)
    .where(and(own, sql`exists ${earlier}`))
    .returning({ line: stagedTenancies.line });
  for (const { line } of torn) refused.set(line, "a row above has the same tenancy reference and another uprn, start or end");
  return refused;
}

/** The imports that have staged rows, apart from one. */
export async function findOtherTenancyImports(query: Query, { schema: { stagedTenancies } }: Db, importId: string): Promise<string[]> {
  const { importId: of } = stagedTenancies;
  return (await query.selectDistinct({ of }).from(stagedTenancies).where(ne(of, importId))).map((row) => row.of);
}

/** The last of the next some references that are staged after one; undefined where none are left after them. */
export async function lastOfSome(
  query: Query,
  { schema: { stagedTenancies } }: Db,
  { importId, after }: { importId: string; after: string },
) {
  const [last] = await query
    .select({ reference: stagedTenancies.reference })
    .from(stagedTenancies)
    .where(and(eq(stagedTenancies.importId, importId), gt(stagedTenancies.reference, after)))
    .orderBy(asc(stagedTenancies.reference))
    .limit(1)
    .offset(SETTLED_AT_ONCE);
  return last?.reference;
}

/** Deletes some thousand staged rows of an import; false when none are left. */
export async function deleteStagedTenants(tx: Query, db: Db, importId: string): Promise<boolean> {
  const { stagedTenancies } = db.schema;
  const last = await lastOfSome(tx, db, { importId, after: "" });
  await tx
    .delete(stagedTenancies)
    .where(and(eq(stagedTenancies.importId, importId), last ? lte(stagedTenancies.reference, last) : undefined));
  return last !== undefined;
}

/** How many rows of an import are staged. */
export function countStagedTenants(query: Query, { schema: { stagedTenancies } }: Db, importId: string): Promise<number> {
  return query.$count(stagedTenancies, eq(stagedTenancies.importId, importId));
}
