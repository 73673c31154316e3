import { localDate } from "#app/domain/local-date.ts";
import { changesOf, type SlotChange, slotState } from "#app/domain/slot-state.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addChange } from "#db/queries/changes.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { slotsById, writeSlots } from "#db/queries/slot-page.ts";

interface Change {
  /** Slots, in any order. */
  ids: readonly string[];
  change: SlotChange;
  /** Why, in the officer's words; kept until it is reopened. */
  reason: string | null;
  /** A staff id. */
  who: string;
  now: Date;
}

/** What came of it, by slot id. Refused ones are as they were: since they were seen they have become something that cannot be changed so. */
export interface SlotsChanged {
  changed: string[];
  refused: string[];
}

/**
 * Stops, withdraws or reopens slots in one change, each as it stands by then (domain/slot-state). A hold of somebody who is booking ends; an
 * appointment keeps its slot and needs moving. Nothing that is booked is ever freed here, and no date that is over is changed.
 */
export function changeSlots(db: Db, { ids, change, reason, who, now }: Change): Promise<SlotsChanged> {
  return db.write(async (tx) => {
    const seen = await slotsById(tx, db.schema, ids);
    await lockDays(
      tx,
      db.schema,
      seen.map(({ date }) => date),
    );
    const slots = await slotsById(tx, db.schema, ids);
    const allowed = slots.filter((slot) => slot.date >= localDate(now) && changesOf(slotState(slot, now)).includes(change));
    const changed = allowed.map(({ id }) => id);
    if (changed.length > 0) {
      const changeId = newId(now);
      await addChange(tx, db.schema, { id: changeId, at: now, who, what: change, slots: changed.length });
      await writeSlots(tx, db.schema, { ids: changed, change, reason, changeId });
      await trace(tx, db, allowed, { change, changeId, who, now });
    }
    return { changed, refused: slots.map(({ id }) => id).filter((id) => !changed.includes(id)) };
  });
}

const WHAT = { stop: "slot stopped", withdraw: "slot withdrawn", reopen: "slot reopened" } as const;

async function trace(
  tx: Query,
  { schema }: Db,
  slots: Awaited<ReturnType<typeof slotsById>>,
  { change, changeId, who, now }: Pick<Change, "change" | "who" | "now"> & { changeId: string },
) {
  for (const { id: slotId, open, appointmentId, repairId } of slots) {
    const states = { before: { slotId, open: Number(open) }, after: { slotId, open: Number(change === "reopen") } };
    const event = { id: newId(now), at: now, who, channel: "office", what: WHAT[change], changeId, repairId, appointmentId };
    await addEvent(tx, schema, { ...event, ...states });
  }
}
