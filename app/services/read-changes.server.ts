import type { Db } from "#db/client.ts";
import { type ChangeBy, type ChangedSlot, changeById, lastChanges, slotsOfChange } from "#db/queries/changes.ts";
import { type SlotLine, slotLines } from "#db/queries/slot-page.ts";

/** A slot that was left as it was, and the code of why. */
export interface LeftSlot {
  slot: SlotLine;
  why: string;
}

/** A change with its slots as they are now and were before it, and those that were left as they were. */
export interface ChangeCase {
  change: ChangeBy;
  slots: { slot: SlotLine; before: ChangedSlot }[];
  left: LeftSlot[];
}

/** What a change did; undefined where there is none of that id. */
export async function readChange(db: Db, id: string): Promise<ChangeCase | undefined> {
  const change = await changeById(db.read, db.schema, id);
  if (!change) return undefined;
  const kept = new Map((await slotsOfChange(db.read, db.schema, id)).map((before) => [before.slotId, before]));
  const lines = await slotLines(db.read, db.schema, [...kept.keys()]);
  const slots = lines.flatMap((slot) => {
    const before = kept.get(slot.id);
    return before ? [{ slot, before }] : [];
  });
  return { change, slots, left: await readLeft(db, change.refused ?? []) };
}

/** The slots that were left as they were, in words. */
export async function readLeft(db: Db, refused: readonly { slotId: string; why: string }[]): Promise<LeftSlot[]> {
  const why = new Map(refused.map((slot) => [slot.slotId, slot.why]));
  const lines = await slotLines(db.read, db.schema, [...why.keys()]);
  return lines.map((slot) => ({ slot, why: why.get(slot.id) ?? "changed" }));
}

/** The last hundred changes, the newest first. */
export function readLastChanges(db: Db): Promise<ChangeBy[]> {
  return lastChanges(db.read, db.schema, 100);
}
