import type { LocalDate } from "#app/domain/local-date.ts";
import { keeping, type RingFence, releaseOf } from "#app/domain/ring-fence.ts";
import { datesFrom } from "#app/domain/slot-generation.ts";
import { slotState } from "#app/domain/slot-state.ts";
import type { Db, Query } from "#db/client.ts";
import { lockDays } from "#db/queries/days.ts";
import { findRingFences, slotsOfTrade, writeKept } from "#db/queries/ring-fences.ts";

interface Dates {
  from: LocalDate;
  /** Left out. */
  to: LocalDate;
  now: Date;
}

/**
 * Keeps as many slots of each trade back as its ring-fences say, on the dates that have not been released. Running it again changes
 * nothing; a date is written in a turn of its own, so booking goes on meanwhile. What somebody holds or has is never taken from them.
 */
export async function keepSlots(db: Db, { from, to, now }: Dates): Promise<void> {
  for (const fence of await findRingFences(db.read, db.schema)) {
    const dates = datesFrom(from, to).filter((date) => releaseOf(fence, date) > now);
    for (const date of dates) await keepOn(db, { fence, date, now });
  }
}

/** No more slots are kept for a ring-fence that is taken away. */
export async function releaseSlots(db: Db, { fence, from, to, now }: Dates & { fence: RingFence }): Promise<void> {
  for (const date of datesFrom(from, to)) await keepOn(db, { fence: { ...fence, slots: 0 }, date, now });
}

interface Turn {
  fence: RingFence;
  date: LocalDate;
  now: Date;
}

async function keepOn(db: Db, turn: Turn): Promise<void> {
  const { keep, release } = await decide(db.read, db, turn);
  if (keep.length + release.length === 0) return;
  await db.write(async (tx) => {
    await lockDays(tx, db.schema, [turn.date]);
    const decided = await decide(tx, db, turn);
    await writeKept(tx, db.schema, { ids: decided.keep, keptFor: turn.fence.keptFor, keptUntil: releaseOf(turn.fence, turn.date) });
    await writeKept(tx, db.schema, { ids: decided.release, keptFor: null, keptUntil: null });
  });
}

async function decide(query: Query, { schema }: Db, { fence, date, now }: Turn) {
  const slots = await slotsOfTrade(query, schema, { tradeId: fence.tradeId, date });
  const keepable = slots
    .filter(({ keptFor }) => keptFor === null || keptFor === fence.keptFor)
    .map((slot) => ({ id: slot.id, window: slot.window, isKept: slot.keptFor !== null, isFree: slotState(slot, now) === "free" }));
  return keeping(keepable, fence.slots);
}
