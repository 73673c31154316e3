import { and, asc, eq, gte, inArray, isNotNull, isNull, max, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { OperativeDetails } from "#app/domain/operative.ts";
import type { WorkingPattern } from "#app/domain/slot-generation.ts";
import { WISHES, type Wish } from "#app/domain/wish.ts";
import type { PatternChange } from "#app/domain/working-pattern.ts";
import type { Query } from "../client.ts";
import { newId } from "../ids.ts";
import type { Schema } from "../schema/schema.ts";
import { endHolds } from "./slot-page.ts";

/** An operative with what they can do, where, and until when they are accredited for what. */
export interface OperativeCase {
  operative: Schema["operatives"]["$inferSelect"];
  contractor: string;
  tradeIds: string[];
  patchIds: string[];
  accreditations: Record<string, LocalDate>;
  wishes: Wish[];
}

/** An operative by id; undefined where there is none. */
export async function operativeCase(query: Query, schema: Schema, id: string): Promise<OperativeCase | undefined> {
  const { operatives, contractors, operativeTrades, operativePatches, accreditations, operativeWishes } = schema;
  const [found] = await query
    .select({ operative: operatives, contractor: contractors.name })
    .from(operatives)
    .innerJoin(contractors, eq(contractors.id, operatives.contractorId))
    .where(eq(operatives.id, id));
  if (!found) return undefined;
  const trades = await query.select({ id: operativeTrades.tradeId }).from(operativeTrades).where(eq(operativeTrades.operativeId, id));
  const patches = await query.select({ id: operativePatches.patchId }).from(operativePatches).where(eq(operativePatches.operativeId, id));
  const held = await query.select().from(accreditations).where(eq(accreditations.operativeId, id));
  const met = await query.select({ wish: operativeWishes.wish }).from(operativeWishes).where(eq(operativeWishes.operativeId, id));
  return {
    ...found,
    tradeIds: trades.map((trade) => trade.id),
    patchIds: patches.map((patch) => patch.id),
    accreditations: Object.fromEntries(held.map(({ kind, endsOn }) => [kind, endsOn])),
    wishes: WISHES.filter((wish) => met.some((row) => row.wish === wish)),
  };
}

/** Locks an operative as a page saw it; false where somebody has changed it since. */
export async function lockOperative(tx: Query, { operatives }: Schema, { id, version }: { id: string; version: number }): Promise<boolean> {
  const rows = await tx
    .update(operatives)
    .set({ version: sql`${operatives.version} + 1` })
    .where(and(eq(operatives.id, id), eq(operatives.version, version)))
    .returning({ id: operatives.id });
  return rows.length > 0;
}

/** The patterns of an operative that are not over on a local date. */
export async function patternsOf(
  query: Query,
  { workingPatterns }: Schema,
  { operativeId, from }: { operativeId: string; from: LocalDate },
): Promise<(WorkingPattern & { id: string })[]> {
  const rows = await query
    .select()
    .from(workingPatterns)
    .where(eq(workingPatterns.operativeId, operativeId))
    .orderBy(asc(workingPatterns.fromDate), asc(workingPatterns.weekday), asc(workingPatterns.window));
  return rows.filter(({ untilDate }) => untilDate === null || untilDate >= from);
}

/** Writes a change of patterns. */
export async function writePatterns(
  tx: Query,
  { workingPatterns }: Schema,
  { ended, removed, added, now }: PatternChange & { now: Date },
): Promise<void> {
  if (removed.length > 0) await tx.delete(workingPatterns).where(inArray(workingPatterns.id, removed));
  for (const { id, untilDate } of ended) await tx.update(workingPatterns).set({ untilDate }).where(eq(workingPatterns.id, id));
  if (added.length > 0) await tx.insert(workingPatterns).values(added.map((row) => ({ id: newId(now), ...row })));
}

/** The last date of the calendar; undefined while it is empty. */
export async function lastDay(query: Query, { days }: Schema): Promise<LocalDate | undefined> {
  const [found] = await query.select({ last: max(days.date) }).from(days);
  return found?.last ?? undefined;
}

type Slot = Schema["slots"]["$inferSelect"];

/** An operative's slots from a local date on that a pattern has made: not those that were added by hand. */
export async function patternSlots(
  query: Query,
  { slots }: Schema,
  { operativeId, from }: { operativeId: string; from: LocalDate },
): Promise<Slot[]> {
  return await query
    .select()
    .from(slots)
    .where(and(eq(slots.operativeId, operativeId), gte(slots.date, from), eq(slots.extra, false)))
    .orderBy(asc(slots.date), asc(slots.id));
}

/**
 * Takes slots out of the calendar that no pattern gives any more; their dates are locked by the caller. Holds on them end, whole. What is
 * nobody's goes; what is somebody's is withdrawn and needs moving: nothing claimed is ever deleted.
 */
export async function dropSlots(
  tx: Query,
  { slots }: Schema,
  { ids, reason, changeId }: { ids: readonly string[]; reason: string; changeId: string },
): Promise<void> {
  if (ids.length === 0) return;
  const chosen = inArray(slots.id, [...ids]);
  await endHolds(tx, { slots }, chosen);
  await tx
    .update(slots)
    .set({ open: false, withdrawn: true, reason, changeId })
    .where(and(chosen, isNotNull(slots.appointmentId)));
  await tx.delete(slots).where(and(chosen, isNull(slots.appointmentId), isNull(slots.draftId)));
}

/** The contractor of a name, made with an id where there is none. */
export async function contractorCalled(tx: Query, { contractors }: Schema, { name, id }: { name: string; id: string }): Promise<string> {
  await tx.insert(contractors).values({ id, name, inHouse: true }).onConflictDoNothing();
  const [found] = await tx.select({ id: contractors.id }).from(contractors).where(eq(contractors.name, name));
  return found?.id ?? id;
}

/** Adds an operative who can do nothing yet. */
export async function addOperativeRow(tx: Query, { operatives }: Schema, values: Schema["operatives"]["$inferInsert"]): Promise<void> {
  await tx.insert(operatives).values(values);
}

type Details = Omit<OperativeDetails, "contractor"> & { id: string; contractorId: string };

/** Writes what is known of an operative, locked by the caller. */
export async function writeOperative(tx: Query, schema: Schema, { id, tradeIds, patchIds, ...details }: Details): Promise<void> {
  const { operatives, operativeTrades, operativePatches, accreditations, operativeWishes } = schema;
  const { name, contractorId, investigates } = details;
  await tx.update(operatives).set({ name, contractorId, investigates }).where(eq(operatives.id, id));
  await tx.delete(operativeTrades).where(eq(operativeTrades.operativeId, id));
  if (tradeIds.length > 0) await tx.insert(operativeTrades).values(tradeIds.map((tradeId) => ({ tradeId, operativeId: id })));
  await tx.delete(operativePatches).where(eq(operativePatches.operativeId, id));
  if (patchIds.length > 0) await tx.insert(operativePatches).values(patchIds.map((patchId) => ({ patchId, operativeId: id })));
  await tx.delete(accreditations).where(eq(accreditations.operativeId, id));
  const held = Object.entries(details.accreditations).map(([kind, endsOn]) => ({ operativeId: id, kind, endsOn }));
  if (held.length > 0) await tx.insert(accreditations).values(held);
  await tx.delete(operativeWishes).where(eq(operativeWishes.operativeId, id));
  if (details.wishes.length > 0) await tx.insert(operativeWishes).values(details.wishes.map((wish) => ({ operativeId: id, wish })));
}

/** What trades ask to be accredited for, each once. */
export async function accreditationKinds(query: Query, { trades }: Schema): Promise<string[]> {
  const rows = await query
    .selectDistinct({ kind: trades.accreditation })
    .from(trades)
    .where(isNotNull(trades.accreditation))
    .orderBy(asc(trades.accreditation));
  return rows.flatMap(({ kind }) => kind ?? []);
}
