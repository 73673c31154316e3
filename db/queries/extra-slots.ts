import { and, eq, max } from "drizzle-orm";
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

/** Adds a slot after the last of its operative in its window; its date is there, and locked by the caller. */
export async function addExtraSlot(
  tx: Query,
  { slots }: Schema,
  slot: Pick<Slot, "id" | "operativeId" | "date" | "window" | "starts" | "ends">,
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
