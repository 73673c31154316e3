import { addDays, localDate } from "#app/domain/local-date.ts";
import type { RingFence } from "#app/domain/ring-fence.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lastDay } from "#db/queries/operatives.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { findRingFences, writeRingFence } from "#db/queries/ring-fences.ts";
import { keepSlots, releaseSlots } from "./keep-slots.server.ts";

/** What is kept back of each trade, by trade and priority. */
export function listRingFences(db: Db): Promise<RingFence[]> {
  return findRingFences(db.read, db.schema);
}

/** Sets how many slots of a trade are kept each day for a priority, and until when; none with 0. The calendar follows at once. */
export async function setRingFence(db: Db, { fence, who, now }: { fence: RingFence; who: string; now: Date }): Promise<void> {
  const changeId = newId(now);
  await db.write(async (tx) => {
    await writeRingFence(tx, db.schema, { id: changeId, changeId, ...fence });
    const line = { id: changeId, at: now, who, channel: "office", what: "slots kept", changeId, repairId: null, appointmentId: null };
    await addEvent(tx, db.schema, { ...line, before: null, after: { trade: fence.tradeId, priority: fence.keptFor, slots: fence.slots } });
  });
  const from = localDate(now);
  const last = (await lastDay(db.read, db.schema)) ?? from;
  const dates = { from, to: addDays(last, 1), now };
  // Those kept until another hour are kept anew.
  await releaseSlots(db, { fence, ...dates });
  await keepSlots(db, dates);
}
