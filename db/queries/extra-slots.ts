import { and, eq, inArray, isNull, max } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

type Slot = Schema["slots"]["$inferSelect"];

/** Whether somebody works here now. */
export async function isActive(query: Query, { operatives }: Schema, operativeId: string): Promise<boolean> {
  const rows = await query
    .select({ id: operatives.id })
    .from(operatives)
    .where(and(eq(operatives.id, operativeId), eq(operatives.active, true)));
  return rows.length > 0;
}

/** Adds a slot after the last of its operative in its window, free or for an appointment; its date is there, and locked by the caller. */
export async function addExtraSlot(
  tx: Query,
  { slots }: Schema,
  slot: Pick<Slot, "id" | "operativeId" | "date" | "window" | "starts" | "ends"> &
    Partial<Pick<Slot, "appointmentId" | "part" | "changeId">>,
): Promise<Slot> {
  const { operativeId, date, window } = slot;
  const [last] = await tx
    .select({ place: max(slots.place) })
    .from(slots)
    .where(and(eq(slots.operativeId, operativeId), eq(slots.date, date), eq(slots.window, window)));
  const [added] = await tx
    .insert(slots)
    .values({ ...slot, place: (last?.place ?? 0) + 1, extra: true })
    .returning();
  if (!added) throw new Error(`The slot ${slot.id} was not added`);
  return added;
}

/** The open slots of an appointment that were added for it when an emergency was given to somebody who had none free: the trace says so. */
export async function slotsAddedFor(query: Query, { slots, events }: Schema, appointmentId: string): Promise<string[]> {
  const rows = await query
    .select({ id: slots.id, after: events.after })
    .from(slots)
    .innerJoin(events, and(eq(events.changeId, slots.changeId), eq(events.appointmentId, slots.appointmentId)))
    .where(and(eq(slots.appointmentId, appointmentId), eq(slots.extra, true), eq(slots.open, true)));
  return rows.filter(({ after }) => after?.extra === 1).map(({ id }) => id);
}

/** Withdraws those of some slots that nobody has. Their dates are locked by the caller. */
export async function withdrawUnclaimed(tx: Query, { slots }: Schema, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(slots)
    .set({ open: false, withdrawn: true })
    .where(and(inArray(slots.id, [...ids]), isNull(slots.appointmentId), isNull(slots.draftId)));
}
