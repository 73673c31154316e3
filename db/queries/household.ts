import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** A need of a household, a warning for visits or a fact of a home. */
export type HomeRecord = Schema["homeRecords"]["$inferSelect"];

/** The records of homes that nobody has ended, the oldest first; needs of the households that live there on a date, and of no earlier one. */
export async function recordsAt(
  query: Query,
  { homeRecords, tenancies }: Schema,
  { uprns, today }: { uprns: readonly string[]; today: LocalDate },
): Promise<HomeRecord[]> {
  if (uprns.length === 0) return [];
  const isTheirs = and(lte(tenancies.startsOn, today), or(isNull(tenancies.endsOn), gte(tenancies.endsOn, today)));
  const rows = await query
    .select({ record: homeRecords })
    .from(homeRecords)
    .leftJoin(tenancies, eq(tenancies.id, homeRecords.tenancyId))
    .where(and(inArray(homeRecords.uprn, [...uprns]), isNull(homeRecords.endedAt), or(isNull(homeRecords.tenancyId), isTheirs)))
    .orderBy(asc(homeRecords.recordedAt), asc(homeRecords.id));
  return rows.map(({ record }) => record);
}

/** One record of a home, ended or not; undefined where the home has none of that id. */
export async function recordOf(
  query: Query,
  { homeRecords }: Schema,
  { id, uprn }: Pick<HomeRecord, "id" | "uprn">,
): Promise<HomeRecord | undefined> {
  const [found] = await query
    .select()
    .from(homeRecords)
    .where(and(eq(homeRecords.id, id), eq(homeRecords.uprn, uprn)));
  return found;
}

/** Adds a record; false where there is one of its id: a form was sent twice. */
export async function addRecord(tx: Query, { homeRecords }: Schema, record: HomeRecord): Promise<boolean> {
  const added = await tx.insert(homeRecords).values(record).onConflictDoNothing().returning({ id: homeRecords.id });
  return added.length > 0;
}

/** Changes or ends a record that nobody has ended; false where it has another version than `from`. */
export async function writeRecord(
  tx: Query,
  { homeRecords }: Schema,
  { id, from, ...values }: Partial<Omit<HomeRecord, "id" | "version">> & { id: string; from: number },
): Promise<boolean> {
  const written = await tx
    .update(homeRecords)
    .set({ ...values, version: from + 1 })
    .where(and(eq(homeRecords.id, id), eq(homeRecords.version, from), isNull(homeRecords.endedAt)))
    .returning({ id: homeRecords.id });
  return written.length > 0;
}

/** What happened to a home itself, not to its repairs, the first first. */
export async function eventsOfHome(query: Query, { events }: Schema, uprn: string): Promise<Schema["events"]["$inferSelect"][]> {
  return await query.select().from(events).where(eq(events.uprn, uprn)).orderBy(asc(events.at), asc(events.id));
}

/** Writes who may open a home, and why; false where the home has another version than `version`. */
export async function writeRestriction(
  tx: Query,
  { homes }: Schema,
  {
    uprn,
    version,
    ...values
  }: { uprn: string; version: number } & Pick<Schema["homes"]["$inferSelect"], "restrictedTo" | "restrictedWhy" | "restrictedReviewOn">,
): Promise<boolean> {
  const written = await tx
    .update(homes)
    .set({ ...values, version: sql`${homes.version} + 1` })
    .where(and(eq(homes.uprn, uprn), eq(homes.version, version)))
    .returning({ uprn: homes.uprn });
  return written.length > 0;
}

/** A home with its patch and its block. */
export interface HomePlace {
  home: Schema["homes"]["$inferSelect"];
  patch: string | null;
  block: string | null;
}

/** Where a home is; undefined where there is none of that UPRN. */
export async function homePlace(query: Query, { homes: home, patches, blocks }: Schema, uprn: string): Promise<HomePlace | undefined> {
  const [found] = await query
    .select({ home, patch: patches.name, block: blocks.name })
    .from(home)
    .leftJoin(patches, eq(patches.id, home.patchId))
    .leftJoin(blocks, eq(blocks.id, home.blockId))
    .where(eq(home.uprn, uprn));
  return found;
}

/** The tenancy of a home on a date with the names of who holds it; undefined where none is on file. */
export async function tenancyOn(
  query: Query,
  { tenancies: tenancy, tenants }: Schema,
  { uprn, today }: { uprn: string; today: LocalDate },
): Promise<(Schema["tenancies"]["$inferSelect"] & { names: string[] }) | undefined> {
  const isNow = and(lte(tenancy.startsOn, today), or(isNull(tenancy.endsOn), gte(tenancy.endsOn, today)));
  const rows = await query
    .select({ tenancy, name: tenants.name })
    .from(tenancy)
    .leftJoin(tenants, eq(tenants.tenancyId, tenancy.id))
    .where(and(eq(tenancy.uprn, uprn), isNow))
    .orderBy(desc(tenancy.startsOn), desc(tenancy.id), asc(tenants.id));
  const [first] = rows;
  if (!first) return undefined;
  const own = rows.filter(({ tenancy: { id } }) => id === first.tenancy.id);
  return { ...first.tenancy, names: own.flatMap(({ name }) => name ?? []) };
}

/** As many as a page shows of anything at a home. */
const MOST = 50;

/** Its repairs, the newest first. */
export async function repairsAt(query: Query, { repairs }: Schema, uprn: string): Promise<Schema["repairs"]["$inferSelect"][]> {
  return await query.select().from(repairs).where(eq(repairs.uprn, uprn)).orderBy(desc(repairs.raisedAt), desc(repairs.id)).limit(MOST);
}

/** The appointments of some repairs, the latest date first. */
export async function appointmentsAt(
  query: Query,
  { appointments }: Schema,
  repairIds: readonly string[],
): Promise<Schema["appointments"]["$inferSelect"][]> {
  return await query
    .select()
    .from(appointments)
    .where(inArray(appointments.repairId, [...repairIds]))
    .orderBy(desc(appointments.date), desc(appointments.id))
    .limit(MOST);
}

/** What staff wrote about some repairs, the latest first. */
export async function notesAt(
  query: Query,
  { repairNotes }: Schema,
  repairIds: readonly string[],
): Promise<Schema["repairNotes"]["$inferSelect"][]> {
  return await query
    .select()
    .from(repairNotes)
    .where(inArray(repairNotes.repairId, [...repairIds]))
    .orderBy(desc(repairNotes.at), desc(repairNotes.id))
    .limit(MOST);
}

/** What somebody was told about some repairs, the latest first. */
export async function messagesAt(
  query: Query,
  { messages }: Schema,
  repairIds: readonly string[],
): Promise<Schema["messages"]["$inferSelect"][]> {
  return await query
    .select()
    .from(messages)
    .where(and(inArray(messages.repairId, [...repairIds]), isNotNull(messages.sentAt)))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(MOST);
}
