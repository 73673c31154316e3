import { and, asc, count, eq, exists, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Choice, FreeSlots } from "#app/domain/offers.ts";
import type { Wish } from "#app/domain/wish.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/** Who can come: the operatives of a trade who cover a patch; every patch where the home has none. */
export interface Able {
  trade: string;
  patchId: string | null;
  /** Only those competent to investigate a hazard will do. */
  investigates?: boolean;
  /** Only those who meet what the tenant asked for will do. */
  wish?: Wish | undefined;
  /** What is kept for this priority may be taken too (domain/ring-fence). */
  priority?: string;
}

/** A statement for homes with a patch is another one than for homes without, and so is one for investigations or a wish. */
export const ableName = (name: string, { patchId, investigates, wish }: Able) =>
  [name, patchId === null && "any patch", investigates && "investigates", wish && "by a wish"].filter(Boolean).join(", ");

/** Open, and no appointment's: free, or held. */
export function isUnbooked({ slots }: Schema): SQL | undefined {
  return and(eq(slots.open, true), isNull(slots.appointmentId));
}

/**
 * Open, and nobody's: never held, or held by a draft whose time (the value named "now") has passed; and kept for nobody but the value named
 * "priority" (domain/ring-fence mayTake says the same of one slot).
 */
export function isFree({ slots }: Schema): SQL | undefined {
  return and(
    eq(slots.open, true),
    isNull(slots.appointmentId),
    or(isNull(slots.expiresAt), lt(slots.expiresAt, given(slots.expiresAt, "now"))),
    or(isNull(slots.keptUntil), lte(slots.keptUntil, given(slots.keptUntil, "now")), eq(slots.keptFor, given(slots.keptFor, "priority"))),
  );
}

/** Has said that they meet the value named "wish". */
function meetsWish(query: Query, { operatives, operativeWishes }: Schema): SQL {
  const { operativeId, wish } = operativeWishes;
  const said = and(eq(operativeId, operatives.id), eq(wish, given(wish, "wish")));
  return exists(query.select({ wish }).from(operativeWishes).where(said));
}

/** A patch has fewer operatives than a trade has, so the patch is looked up and the trade tested. */
function ableOperatives(query: Query, schema: Schema, { patchId, investigates, wish }: Able) {
  const { operatives, operativeTrades, operativePatches } = schema;
  const isOfTrade = eq(operativeTrades.tradeId, given(operativeTrades.tradeId, "trade"));
  const isAtWork = and(
    eq(operatives.active, true),
    investigates ? eq(operatives.investigates, true) : undefined,
    wish ? meetsWish(query, schema) : undefined,
  );
  const trades = query.select({ id: operativeTrades.operativeId }).from(operativeTrades);
  if (patchId === null) {
    return trades.innerJoin(operatives, eq(operatives.id, operativeTrades.operativeId)).where(and(isOfTrade, isAtWork));
  }
  const hasTrade = exists(trades.where(and(isOfTrade, eq(operativeTrades.operativeId, operativePatches.operativeId))));
  return query
    .select({ id: operativePatches.operativeId })
    .from(operativePatches)
    .innerJoin(operatives, eq(operatives.id, operativePatches.operativeId))
    .where(and(eq(operativePatches.patchId, given(operativePatches.patchId, "patchId")), isAtWork, hasTrade));
}

/**
 * Whose a slot is can come: of the trade and the patch, at work, as the tenant wishes, and accredited on the slot's date where the trade asks
 * for it. To be used in a statement with values named "trade", "patchId" and "wish". Most trades ask for nothing, which is found out once for all slots.
 */
export function isAble(query: Query, schema: Schema, able: Able): SQL | undefined {
  const { slots, trades, accreditations } = schema;
  const isTrade = eq(trades.id, given(trades.id, "trade"));
  const asked = query.select({ kind: trades.accreditation }).from(trades).where(isTrade);
  const accredited = query
    .select({ kind: accreditations.kind })
    .from(accreditations)
    .innerJoin(trades, and(isTrade, eq(trades.accreditation, accreditations.kind)))
    .where(and(eq(accreditations.operativeId, slots.operativeId), gte(accreditations.endsOn, slots.date)));
  return and(inArray(slots.operativeId, ableOperatives(query, schema, able)), or(sql`(${asked}) is null`, exists(accredited)));
}

/**
 * How many slots are free from one local date to another (both included): by date and window, and for jobs of two visits by operative too.
 * Its cost depends on the able operatives and the dates asked for, not on how many slots there are.
 */
export function findFreeSlots(
  query: Query,
  schema: Schema,
  { visits, first, last, now, ...able }: Able & { visits: number; first: LocalDate; last: LocalDate; now: Date },
): Promise<FreeSlots[]> {
  const { slots } = schema;
  const { date, window, operativeId } = slots;
  const values = { priority: "", ...able, first, last, now };
  const where = (q: Query) => and(isAble(q, schema, able), gte(date, given(date, "first")), lte(date, given(date, "last")), isFree(schema));
  if (visits > 1) {
    const build = (q: Query) =>
      q.select({ date, window, operativeId, free: count() }).from(slots).where(where(q)).groupBy(date, window, operativeId);
    return run(query, ableName("free slots by operative", able), build, values);
  }
  const build = (q: Query) => q.select({ date, window, free: count() }).from(slots).where(where(q)).groupBy(date, window);
  return run(query, ableName("free slots", able), build, values);
}

/** A slot a draft holds. */
export interface HeldSlot {
  id: string;
  date: LocalDate;
  /** Until then nobody else can take it; after it, the draft's own until somebody does. */
  expiresAt: Date | null;
}

/** The slots a draft holds, by visit: all of its job, or none. */
export function heldSlots(query: Query, { slots }: Schema, draftId: string): Promise<HeldSlot[]> {
  const { id, date, expiresAt } = slots;
  const build = (q: Query) =>
    q
      .select({ id, date, expiresAt })
      .from(slots)
      .where(eq(slots.draftId, given(slots.draftId, "draftId")))
      .orderBy(asc(slots.part));
  return run(query, "held slots", build, { draftId });
}

/** The offer a draft holds as it was promised, and until when; undefined when it holds none. */
export async function heldOffer(
  query: Query,
  { drafts, slots }: Schema,
  draftId: string,
): Promise<(Choice & { expiresAt: Date }) | undefined> {
  const build = (q: Query) =>
    q
      .select({ date: slots.date, window: drafts.heldWindow, expiresAt: slots.expiresAt })
      .from(slots)
      .innerJoin(drafts, eq(drafts.id, slots.draftId))
      .where(and(eq(slots.draftId, given(slots.draftId, "draftId")), isNotNull(drafts.heldWindow)))
      .orderBy(asc(slots.part))
      .limit(1);
  const [held] = await run(query, "held offer", build, { draftId });
  return held?.window && held.expiresAt ? { date: held.date, window: held.window, expiresAt: held.expiresAt } : undefined;
}

/** The slots an appointment has, by visit. A slot that was closed under it stays its own. */
export function appointmentSlots(
  query: Query,
  { slots }: Schema,
  appointmentId: string,
): Promise<{ id: string; date: LocalDate; open: boolean }[]> {
  const { id, date, open } = slots;
  const build = (q: Query) =>
    q
      .select({ id, date, open })
      .from(slots)
      .where(eq(slots.appointmentId, given(slots.appointmentId, "appointmentId")))
      .orderBy(asc(slots.part));
  return run(query, "slots of an appointment", build, { appointmentId });
}
