import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";

type Slot = Schema["slots"]["$inferSelect"];
export type Change = Schema["changes"]["$inferSelect"];
export type ChangedSlot = Schema["changedSlots"]["$inferSelect"];

/** A slot that was asked to be changed and left as it was, and the code of why. */
export type Refused = NonNullable<Change["refused"]>[number];

/** Writes down what staff changed in one go: in the transaction that changes it. */
export async function addChange(
  tx: Query,
  { changes }: Schema,
  values: Omit<Change, "undoneAt" | "reason" | "refused"> & Partial<Pick<Change, "reason" | "refused">>,
): Promise<void> {
  await tx.insert(changes).values(values);
}

/**
 * Keeps slots as they were before a change that has written them by now, and names it on them as their last. `before` is the rows as they
 * were read under the lock of their dates.
 */
export async function keepSlots(
  tx: Query,
  { slots, changedSlots }: Schema,
  { changeId, before }: { changeId: string; before: readonly Slot[] },
): Promise<void> {
  const ids = before.map(({ id }) => id);
  const written = await tx
    .update(slots)
    .set({ changeId })
    .where(inArray(slots.id, ids))
    .returning({ id: slots.id, appointmentId: slots.appointmentId });
  const after = new Map(written.map(({ id, appointmentId }) => [id, appointmentId]));
  const rows = before.map(({ id, open, withdrawn, reason, appointmentId, part }) => {
    return { changeId, slotId: id, open, withdrawn, reason, appointmentId, part, appointmentAfter: after.get(id) ?? null };
  });
  await insertRows(tx, changedSlots, rows);
}

/** A change, and the name of whoever made it. */
export type ChangeBy = Change & { staffName: string };

const byWhom = (query: Query, { changes, staff }: Schema) =>
  query.select({ change: changes, staffName: staff.name }).from(changes).leftJoin(staff, eq(staff.id, changes.who));

const named = ({ change, staffName }: { change: Change; staffName: string | null }): ChangeBy => ({
  ...change,
  staffName: staffName ?? change.who,
});

/** A change by its id; undefined where there is none. */
export async function changeById(query: Query, schema: Schema, id: string): Promise<ChangeBy | undefined> {
  const [found] = await byWhom(query, schema).where(eq(schema.changes.id, id));
  return found && named(found);
}

/** The last changes, the newest first. */
export async function lastChanges(query: Query, schema: Schema, most: number): Promise<ChangeBy[]> {
  const { changes } = schema;
  return (await byWhom(query, schema).orderBy(desc(changes.at), desc(changes.id)).limit(most)).map(named);
}

/** The changes of a slot, the first first. */
export async function changesOfSlot(query: Query, schema: Schema, slotId: string): Promise<ChangeBy[]> {
  const { changes, changedSlots } = schema;
  const rows = await byWhom(query, schema)
    .innerJoin(changedSlots, and(eq(changedSlots.changeId, changes.id), eq(changedSlots.slotId, slotId)))
    .orderBy(asc(changes.at), asc(changes.id));
  return rows.map(named);
}

/** The slots of a change as they were before it. */
export async function slotsOfChange(query: Query, { changedSlots }: Schema, changeId: string): Promise<ChangedSlot[]> {
  return await query.select().from(changedSlots).where(eq(changedSlots.changeId, changeId)).orderBy(asc(changedSlots.slotId));
}

/** Marks a change as undone, once, and only one that was made after an instant; undefined where it cannot be. The first statement of undoing. */
export async function markUndone(
  tx: Query,
  { changes }: Schema,
  { id, now, madeAfter }: { id: string; now: Date; madeAfter: Date },
): Promise<Change | undefined> {
  const [change] = await tx
    .update(changes)
    .set({ undoneAt: now })
    .where(and(eq(changes.id, id), isNull(changes.undoneAt), gt(changes.at, madeAfter)))
    .returning();
  return change;
}

/** Puts a slot back as it was before a change, its reason too; whose it is stays. Its date is locked by the caller. */
export async function putBackStanding(tx: Query, { slots }: Schema, { slotId, open, withdrawn, reason }: ChangedSlot): Promise<void> {
  await tx.update(slots).set({ open, withdrawn, reason }).where(eq(slots.id, slotId));
}

/** Gives a slot back to the appointment it had before a change, open or not. It is free, and its date locked by the caller. */
export async function putBackVisit(tx: Query, { slots }: Schema, { slotId, appointmentId, part }: ChangedSlot): Promise<void> {
  await tx
    .update(slots)
    .set({ draftId: null, expiresAt: null, appointmentId, part })
    .where(and(eq(slots.id, slotId), isNull(slots.appointmentId)));
}
