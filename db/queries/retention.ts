import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";
import type { Repair } from "./repairs.ts";

export type RetentionHold = Schema["retentionHolds"]["$inferSelect"];

/** How many repairs, or photos, one change takes, so that none is long. */
const AT_A_TIME = 50;

/** Nobody has asked that a repair's details be kept, no complaint of it or its home waits, no visit is to come, and no message is to be sent. */
function isHeldByNothing(query: Query, { repairs, retentionHolds, appointments, messages, complaints }: Schema): SQL | undefined {
  const one = { one: sql`1` };
  const held = query.select(one).from(retentionHolds).where(eq(retentionHolds.repairId, repairs.id));
  const { repairId, status } = appointments;
  const booked = query
    .select(one)
    .from(appointments)
    .where(and(eq(repairId, repairs.id), eq(status, "booked")));
  const waiting = query
    .select(one)
    .from(messages)
    .where(and(eq(messages.repairId, repairs.id), eq(messages.status, "waiting")));
  const complained = query
    .select(one)
    .from(complaints)
    .where(and(isNull(complaints.answeredAt), or(eq(complaints.repairId, repairs.id), eq(complaints.uprn, repairs.uprn))));
  return and(notExists(held), notExists(booked), notExists(waiting), notExists(complained));
}

/** Closed before an instant, not open again since, and not forgotten yet. */
const isClosed = ({ repairs }: Schema, before: Date) =>
  and(
    isNotNull(repairs.closedAt),
    lt(repairs.closedAt, before),
    inArray(repairs.status, ["done", "cancelled"]),
    isNull(repairs.forgottenAt),
  );

/** Some repairs that were closed before an instant and that nothing holds, the longest closed first; none when there are no more. */
export async function repairsToForget(query: Query, schema: Schema, before: Date): Promise<string[]> {
  const { repairs } = schema;
  const rows = await query
    .select({ id: repairs.id })
    .from(repairs)
    .where(and(isClosed(schema, before), isHeldByNothing(query, schema)))
    .orderBy(asc(repairs.closedAt))
    .limit(AT_A_TIME);
  return rows.map(({ id }) => id);
}

/**
 * Locks repairs, and answers with those of them that may be forgotten. What holds them is read once they are locked: whoever holds one locks
 * it too.
 */
export async function lockToForget(
  tx: Query,
  schema: Schema,
  { ids, before }: { ids: readonly string[]; before: Date },
): Promise<{ id: string; version: number }[]> {
  const { repairs } = schema;
  const among = and(inArray(repairs.id, [...ids]), isClosed(schema, before));
  await tx
    .update(repairs)
    .set({ version: sql`${repairs.version}` })
    .where(among);
  return await tx
    .select({ id: repairs.id, version: repairs.version })
    .from(repairs)
    .where(and(among, isHeldByNothing(tx, schema)))
    .orderBy(asc(repairs.id));
}

/** Empties what is personal about repairs, which are locked by the caller. The rows of their photos stay, until the files are gone. */
export async function emptyRepairs(tx: Query, schema: Schema, { ids, now }: { ids: readonly string[]; now: Date }): Promise<void> {
  const { repairs, contacts, contactsBefore, visitNeeds, repairNotes, repairProofs, followers, emergencies, appointments, visits } = schema;
  const all = [...ids];
  for (const table of [contacts, contactsBefore, visitNeeds, repairNotes, repairProofs])
    await tx.delete(table).where(inArray(table.repairId, all));
  const unreachable = { phone: null, email: null, messagesBy: "none", device: sql`${followers.id}` };
  await tx.update(followers).set(unreachable).where(inArray(followers.repairId, all));
  await tx.update(emergencies).set({ acknowledgedBy: null }).where(inArray(emergencies.repairId, all));
  const theirs = tx.select({ id: appointments.id }).from(appointments).where(inArray(appointments.repairId, all));
  await tx.update(visits).set({ note: null }).where(inArray(visits.appointmentId, theirs));
  const forgotten = { forgottenAt: now, callTime: null, tenureSaid: null, version: sql`${repairs.version} + 1` };
  await tx.update(repairs).set(forgotten).where(inArray(repairs.id, all));
}

/** Some photos of repairs that are forgotten: their files are still to be removed, or were and their rows were not. */
export async function photosToRemove(query: Query, { photos, repairs }: Schema): Promise<{ id: string; file: string }[]> {
  return await query
    .select({ id: photos.id, file: photos.file })
    .from(photos)
    .innerJoin(repairs, eq(repairs.id, photos.repairId))
    .where(isNotNull(repairs.forgottenAt))
    .limit(AT_A_TIME);
}

/** Deletes the rows of photos whose files are gone. How many there were: another server may have been quicker. */
export async function deletePhotoRows(tx: Query, { photos }: Schema, ids: readonly string[]): Promise<number> {
  return (
    await tx
      .delete(photos)
      .where(inArray(photos.id, [...ids]))
      .returning({ id: photos.id })
  ).length;
}

/** Deletes some reports of danger that were left unsent before an instant; how many. */
export async function deleteUnfinished(tx: Query, { unfinishedReports }: Schema, before: Date): Promise<number> {
  const { id, leftAt } = unfinishedReports;
  const old = tx.select({ id }).from(unfinishedReports).where(lt(leftAt, before)).orderBy(asc(leftAt)).limit(AT_A_TIME);
  return (await tx.delete(unfinishedReports).where(inArray(id, old)).returning({ id })).length;
}

/** Empties some requests that were dealt with before an instant, or asked before it where nobody said so; how many. */
export async function emptyRequests(tx: Query, { requests }: Schema, before: Date): Promise<number> {
  const { id, closedAt, askedAt } = requests;
  const isOld = sql`coalesce(${closedAt}, ${askedAt}) < ${sql.param(before, askedAt)}`;
  const old = tx
    .select({ id })
    .from(requests)
    .where(and(isOld, ne(requests.device, "")))
    .orderBy(asc(askedAt))
    .limit(AT_A_TIME);
  const emptied = { name: null, phone: null, email: null, address: null, problem: null, device: "" };
  return (await tx.update(requests).set(emptied).where(inArray(id, old)).returning({ id })).length;
}

/** What holds the details of a repair, the first first. */
export async function holdsOf(query: Query, { retentionHolds }: Schema, repairId: string): Promise<RetentionHold[]> {
  const { at, reason } = retentionHolds;
  return await query.select().from(retentionHolds).where(eq(retentionHolds.repairId, repairId)).orderBy(asc(at), asc(reason));
}

/** Puts holds on the details of a repair that is locked by the caller, and takes others off. */
export async function writeHolds(
  tx: Query,
  { retentionHolds }: Schema,
  { repairId, add, remove }: { repairId: string; add: RetentionHold[]; remove: readonly string[] },
): Promise<void> {
  await insertRows(tx, retentionHolds, add);
  if (remove.length > 0)
    await tx.delete(retentionHolds).where(and(eq(retentionHolds.repairId, repairId), inArray(retentionHolds.reason, [...remove])));
}

/**
 * Locks a repair that has not been forgotten, open or closed, until the transaction ends. Undefined where it has been, or has another version
 * than `from`.
 */
export async function lockUnforgotten(
  tx: Query,
  { repairs }: Schema,
  { id, from }: { id: string; from: number },
): Promise<Repair | undefined> {
  const [locked] = await tx
    .update(repairs)
    .set({ version: from + 1 })
    .where(and(eq(repairs.id, id), eq(repairs.version, from), isNull(repairs.forgottenAt)))
    .returning();
  return locked;
}

/** Whether something personal may still be written beside a repair; it is not forgotten until the transaction ends. */
export async function mayWriteBeside(tx: Query, { repairs }: Schema, id: string): Promise<boolean> {
  const locked = await tx
    .update(repairs)
    .set({ version: sql`${repairs.version}` })
    .where(and(eq(repairs.id, id), isNull(repairs.forgottenAt)))
    .returning({ id: repairs.id });
  return locked.length > 0;
}
