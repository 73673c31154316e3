import { and, eq, gt, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Db, Query } from "../client.ts";
import { NOT_YET, rowsTouched, SETTLED_AT_ONCE } from "./homes-apply.ts";
import { isAmong } from "./homes-import.ts";
import { lastOfSome } from "./tenancies-import.ts";

/** One import at work. */
export interface TenancyImport {
  importId: string;
  /** The headings of its file: an optional part that has none stays as it is. */
  has: ReadonlySet<string>;
  /** References of which a row is bad: who else is named in it is not known, so nobody of it has left. */
  partly: readonly string[];
}

/** The kinds of contacts that the file has. */
function kindsOf({ has }: TenancyImport): SQL {
  const kinds = [has.has("phones") ? "'phone'" : "", has.has("emails") ? "'email'" : ""].filter((kind) => kind !== "");
  return sql.raw(kinds.join(", ") || "''");
}

/** What a staged row would make of a tenant who is there already. */
function ofTenant({ schema: { stagedTenancies, tenants } }: Db, { has }: TenancyImport) {
  return {
    otherNames: sql`${has.has("other names") ? stagedTenancies.otherNames : tenants.otherNames}`,
    bornOn: sql`${has.has("date of birth") ? stagedTenancies.bornOn : tenants.bornOn}`,
  };
}

/** A staged row would leave its tenancy and its tenant as they are. */
function isUnchanged({ schema, ...db }: Db, work: TenancyImport): SQL {
  const { tenancies, tenants, tenantContacts, stagedTenancies: staged } = schema;
  const { otherNames, bornOn } = ofTenant({ schema, ...db }, work);
  const contacts = sql`(select string_agg(${tenantContacts.value}, ' ' order by ${tenantContacts.value}) from ${tenantContacts}
    where ${tenantContacts.tenantId} = ${tenants.id} and ${tenantContacts.kind} in (${kindsOf(work)}))`;
  return sql`exists (select 1 from ${tenancies} join ${tenants} on ${tenants.tenancyId} = ${tenancies.id}
    where ${tenancies.reference} = ${staged.reference} and ${tenants.name} = ${staged.name} and ${tenancies.uprn} = ${staged.uprn}
    and ${tenancies.startsOn} = ${staged.startsOn} and ${tenancies.endsOn} is not distinct from ${staged.endsOn}
    and ${tenants.otherNames} is not distinct from ${otherNames} and ${tenants.bornOn} is not distinct from ${bornOn}
    and ${contacts} is not distinct from ${staged.contacts})`;
}

/** The references of an import, of some or of all that is left, whose rows leave everything as it is, and that leave nobody out. */
function unchangedReferences(tx: Query, db: Db, work: TenancyImport & { where: SQL | undefined }) {
  const { tenancies, tenants, stagedTenancies: staged } = db.schema;
  const there = sql`(select count(*) from ${tenants} join ${tenancies} on ${tenancies.id} = ${tenants.tenancyId} where ${tenancies.reference} = ${staged.reference})`;
  return tx
    .select({ reference: staged.reference })
    .from(staged)
    .where(work.where)
    .groupBy(staged.reference)
    .having(
      sql`min(case when ${isUnchanged(db, work)} then 1 else 0 end) = 1 and (count(*) = ${there} or ${isAmong(db.engine, staged.reference, work.partly)})`,
    );
}

/** The staged rows of some tenancies beside these. */
const besideStaged = ({ schema: { tenancies, stagedTenancies } }: Db) => eq(tenancies.reference, stagedTenancies.reference);

/** The numbers and addresses of staged rows, one a row, beside the tenants they are of. */
function contactsOf({ engine, schema }: Db, where: SQL | undefined): SQL {
  const { tenancies, tenants, stagedTenancies: staged } = schema;
  const each =
    engine === "sqlite"
      ? sql`json_each('["' || replace(${staged.contacts}, ' ', '","') || '"]') each`
      : sql`unnest(string_to_array(${staged.contacts}, ' ')) with ordinality each(value, key)`;
  return sql`select ${staged.tenantId} || '-' || each.key, ${tenants.id}, case when each.value like '+%' then 'phone' else 'email' end, each.value
    from ${staged} join ${tenancies} on ${tenancies.reference} = ${staged.reference}
    join ${tenants} on ${tenants.tenancyId} = ${tenancies.id} and ${tenants.name} = ${staged.name} cross join ${each}
    where ${and(where, sql`${staged.contacts} is not null`)}`;
}

function tenantsOf({ schema }: Db, where: SQL | undefined): SQL {
  const { tenancies, stagedTenancies: staged } = schema;
  return sql`select ${staged.tenantId}, ${tenancies.id}, ${staged.name}, ${staged.otherNames}, ${staged.bornOn}, 0
    from ${staged} join ${tenancies} on ${tenancies.reference} = ${staged.reference} where ${where}`;
}

/**
 * Settles some staged references after one, in their order: those that change nothing go, new tenancies are written but not yet in force, and
 * changes to those that are there stay staged. Gives how many were added, and the reference to go on after.
 */
export async function settleTenancies(tx: Query, db: Db, { after, ...work }: TenancyImport & { after: string }) {
  const { tenancies, tenants, tenantContacts, stagedTenancies: staged } = db.schema;
  const last = await lastOfSome(tx, db, { importId: work.importId, after });
  const some = and(
    eq(staged.importId, work.importId),
    gt(staged.reference, after),
    last === undefined ? undefined : lte(staged.reference, last),
  );
  await tx.delete(staged).where(and(some, sql`${staged.reference} in ${unchangedReferences(tx, db, { ...work, where: some })}`));
  const isNew = sql`not exists (select 1 from ${tenancies} where ${besideStaged(db)})`;
  const added = await tx.insert(tenancies).select(
    sql`select min(${staged.tenantId}), ${staged.reference}, min(${staged.uprn}), min(${staged.startsOn}), ${NOT_YET}, 0 from ${staged}
      where ${and(some, isNew)} group by ${staged.reference}`,
  );
  const begun = and(some, eq(tenancies.endsOn, NOT_YET));
  await tx.insert(tenants).select(tenantsOf(db, begun));
  await tx.insert(tenantContacts).select(contactsOf(db, begun));
  const isDone = sql`exists (select 1 from ${tenancies} where ${and(besideStaged(db), eq(tenancies.endsOn, NOT_YET))})`;
  await tx.delete(staged).where(and(some, isNull(staged.endsOn), isDone));
  return { added: rowsTouched(added), next: last };
}

/** Deletes some thousand new tenancies of imports that were never applied; false when none are left. */
export async function deleteNewTenancies(tx: Query, { schema: { tenancies, tenants, tenantContacts } }: Db): Promise<boolean> {
  const some = tx
    .select({ id: tenancies.id })
    .from(tenancies)
    .where(eq(tenancies.endsOn, NOT_YET))
    .orderBy(tenancies.id)
    .limit(SETTLED_AT_ONCE);
  const own = tx.select({ id: tenants.id }).from(tenants).where(sql`${tenants.tenancyId} in ${some}`);
  await tx.delete(tenantContacts).where(sql`${tenantContacts.tenantId} in ${own}`);
  await tx.delete(tenants).where(sql`${tenants.tenancyId} in ${some}`);
  return rowsTouched(await tx.delete(tenancies).where(sql`${tenancies.id} in ${some}`)) === SETTLED_AT_ONCE;
}

/** How many tenancies that were there the staged rows that are left would change, and how many new ones wait to be in force. */
export async function countTenancyChanges(query: Query, { schema }: Db, importId: string): Promise<{ changed: number; waiting: number }> {
  const { tenancies, stagedTenancies: staged } = schema;
  const [row] = await query
    .select({ changed: sql`count(distinct ${staged.reference})`.mapWith(Number) })
    .from(staged)
    .innerJoin(tenancies, and(eq(tenancies.reference, staged.reference), or(isNull(tenancies.endsOn), ne(tenancies.endsOn, NOT_YET))))
    .where(eq(staged.importId, importId));
  return { changed: row?.changed ?? 0, waiting: await query.$count(tenancies, eq(tenancies.endsOn, NOT_YET)) };
}

/** Makes tenancies, who holds them and how to reach them what the staged rows that are left say, and brings new ones into force. */
export async function applyTenancies(tx: Query, db: Db, work: TenancyImport): Promise<void> {
  const { tenancies, tenants, tenantContacts, stagedTenancies: staged } = db.schema;
  const own = eq(staged.importId, work.importId);
  await tx
    .update(tenancies)
    .set({
      uprn: sql`${staged.uprn}`,
      startsOn: sql`${staged.startsOn}`,
      endsOn: sql`${staged.endsOn}`,
      version: sql`${tenancies.version} + 1`,
    })
    .from(staged)
    .where(and(own, besideStaged(db)));
  await removeTenants(tx, db, work);
  await tx.insert(tenants).select(tenantsOf(db, own)).onConflictDoNothing();
  const { otherNames, bornOn } = ofTenant(db, work);
  const differs = sql`(${tenants.otherNames} is distinct from ${otherNames} or ${tenants.bornOn} is distinct from ${bornOn})`;
  await tx
    .update(tenants)
    .set({ otherNames, bornOn, version: sql`${tenants.version} + 1` })
    .from(staged)
    .innerJoin(tenancies, besideStaged(db))
    .where(and(own, eq(tenants.tenancyId, tenancies.id), eq(tenants.name, staged.name), differs));
  const unsaid = sql`exists (select 1 from ${staged} join ${tenancies} on ${besideStaged(db)} join ${tenants} on ${tenants.tenancyId} = ${tenancies.id}
    and ${tenants.name} = ${staged.name} where ${own} and ${tenants.id} = ${tenantContacts.tenantId}
    and replace(' ' || coalesce(${staged.contacts}, '') || ' ', ' ' || ${tenantContacts.value} || ' ', '') = ' ' || coalesce(${staged.contacts}, '') || ' ')`;
  await tx.delete(tenantContacts).where(and(sql`${tenantContacts.kind} in (${kindsOf(work)})`, unsaid));
  await tx.insert(tenantContacts).select(contactsOf(db, own)).onConflictDoNothing();
  await tx.update(tenancies).set({ endsOn: null }).where(eq(tenancies.endsOn, NOT_YET));
}

/** Removes whoever a tenancy's rows no longer name. */
async function removeTenants(tx: Query, db: Db, work: TenancyImport) {
  const { tenancies, tenants, tenantContacts, stagedTenancies: staged } = db.schema;
  const named = and(eq(staged.importId, work.importId), besideStaged(db));
  const left = tx
    .select({ id: tenants.id })
    .from(tenants)
    .innerJoin(tenancies, eq(tenancies.id, tenants.tenancyId))
    .where(
      and(
        sql`exists (select 1 from ${staged} where ${named})`,
        sql`not exists (select 1 from ${staged} where ${and(named, eq(staged.name, tenants.name))})`,
        sql`not ${isAmong(db.engine, tenancies.reference, work.partly)}`,
      ),
    );
  const gone = (await left).map(({ id }) => id);
  await tx.delete(tenantContacts).where(isAmong(db.engine, tenantContacts.tenantId, gone));
  await tx.delete(tenants).where(isAmong(db.engine, tenants.id, gone));
}

/** The references of the tenancies still running on a local date that a full import does not list. Asked before its rows are settled. */
export async function findUnlistedTenancies(query: Query, { schema }: Db, { importId, today }: { importId: string; today: LocalDate }) {
  const { tenancies, stagedTenancies: staged } = schema;
  const isListed = sql`exists (select 1 from ${staged} where ${and(eq(staged.importId, importId), eq(staged.reference, tenancies.reference))})`;
  const rows = await query
    .select({ reference: tenancies.reference })
    .from(tenancies)
    .where(and(or(isNull(tenancies.endsOn), gt(tenancies.endsOn, today)), sql`not ${isListed}`));
  return rows.map(({ reference }) => reference);
}

/** Ends tenancies as of a local date. */
export async function endTenancies(tx: Query, db: Db, { references, on }: { references: string[]; on: LocalDate }): Promise<void> {
  const { tenancies } = db.schema;
  await tx
    .update(tenancies)
    .set({ endsOn: on, version: sql`${tenancies.version} + 1` })
    .where(isAmong(db.engine, tenancies.reference, references));
}
