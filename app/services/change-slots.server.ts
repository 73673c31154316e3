import { localDate } from "#app/domain/local-date.ts";
import { changesOf, type SlotChange, slotState } from "#app/domain/slot-state.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addChange, keepSlots, type Refused } from "#db/queries/changes.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvents } from "#db/queries/repairs.ts";
import { type SlotOfRepair, slotsById, writeSlots } from "#db/queries/slot-page.ts";

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

/** What came of a change. Refused slots are as they were, each with why: `over`, or how it stands by now. No change, no `changeId`. */
export interface SlotsChanged {
  changeId: string | undefined;
  changed: string[];
  refused: Refused[];
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
    const refused = slots.flatMap((slot) => refusalOf(slot, change, now));
    const allowed = slots.filter(({ id }) => !refused.some(({ slotId }) => slotId === id));
    const changed = allowed.map(({ id }) => id);
    if (changed.length === 0) return { changeId: undefined, changed, refused };
    const changeId = newId(now);
    await addChange(tx, db.schema, { id: changeId, at: now, who, what: change, slots: changed.length, reason, refused });
    await writeSlots(tx, db.schema, { ids: changed, change, reason });
    await keepSlots(tx, db.schema, { changeId, before: allowed });
    await trace(tx, db, allowed, { change, changeId, who, now });
    return { changeId, changed, refused };
  });
}

function refusalOf(slot: SlotOfRepair, change: SlotChange, now: Date): Refused[] {
  const state = slotState(slot, now);
  if (slot.date < localDate(now)) return [{ slotId: slot.id, why: "over" }];
  return changesOf(state).includes(change) ? [] : [{ slotId: slot.id, why: state }];
}

const WHAT = { stop: "slot stopped", withdraw: "slot withdrawn", reopen: "slot reopened" } as const;

async function trace(
  tx: Query,
  { schema }: Db,
  slots: readonly SlotOfRepair[],
  { change, changeId, who, now }: Pick<Change, "change" | "who" | "now"> & { changeId: string },
) {
  const events = slots.map(({ id: slotId, open, appointmentId, repairId }) => ({
    ...{ id: newId(now), at: now, who, channel: "office", what: WHAT[change], changeId, repairId, appointmentId },
    ...{ before: { slotId, open: Number(open) }, after: { slotId, open: Number(change === "reopen") } },
  }));
  await addEvents(tx, schema, events);
}
