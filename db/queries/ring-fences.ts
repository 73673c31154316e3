import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { RingFence } from "#app/domain/ring-fence.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** What is kept back of each trade, by trade and priority. */
export async function findRingFences(query: Query, { ringFences }: Schema): Promise<RingFence[]> {
  const { tradeId, keptFor, slots, releasedAt } = ringFences;
  return await query.select({ tradeId, keptFor, slots, releasedAt }).from(ringFences).orderBy(asc(tradeId), asc(keptFor));
}

/** Sets how much is kept of a trade for a priority; nothing where it is none. */
export async function writeRingFence(
  tx: Query,
  { ringFences }: Schema,
  { id, changeId, ...fence }: RingFence & { id: string; changeId: string },
): Promise<void> {
  const same = and(eq(ringFences.tradeId, fence.tradeId), eq(ringFences.keptFor, fence.keptFor));
  await tx.delete(ringFences).where(same);
  if (fence.slots > 0) await tx.insert(ringFences).values({ id, changeId, ...fence });
}

type Slot = Schema["slots"]["$inferSelect"];

/** The slots of a local date whose operatives have a trade, those with the fewest other trades first. */
export async function slotsOfTrade(
  query: Query,
  { slots, operatives, operativeTrades }: Schema,
  { tradeId, date }: { tradeId: string; date: LocalDate },
): Promise<Slot[]> {
  const able = query.select({ id: operativeTrades.operativeId }).from(operativeTrades).where(eq(operativeTrades.tradeId, tradeId));
  const trades = query.select({ trades: sql`count(*)` }).from(operativeTrades).where(eq(operativeTrades.operativeId, slots.operativeId));
  const rows = await query
    .select({ slot: slots })
    .from(slots)
    .innerJoin(operatives, and(eq(operatives.id, slots.operativeId), eq(operatives.active, true)))
    .where(and(inArray(slots.operativeId, able), eq(slots.date, date)))
    .orderBy(sql`(${trades})`, asc(slots.starts), asc(slots.id));
  return rows.map(({ slot }) => slot);
}

/** Keeps slots for a priority until an instant, or for nobody. Their date is locked by the caller. */
export async function writeKept(
  tx: Query,
  { slots }: Schema,
  { ids, ...kept }: { ids: readonly string[]; keptFor: string | null; keptUntil: Date | null },
): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(slots)
      .set(kept)
      .where(inArray(slots.id, [...ids]));
}
