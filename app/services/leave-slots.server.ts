import type { Query } from "#db/client.ts";
import { slotsAddedFor, withdrawUnclaimed } from "#db/queries/extra-slots.ts";
import { freeSlotsOf } from "#db/queries/take-slots.ts";
import type { Schema } from "#db/schema/schema.ts";

/**
 * Frees the slots of an appointment. One that was added for it, when its operative had none free, is withdrawn: there is no time for another
 * visit. The appointment and the dates are locked by the caller.
 */
export async function leaveSlots(tx: Query, schema: Schema, appointmentId: string): Promise<void> {
  const added = await slotsAddedFor(tx, schema, appointmentId);
  await freeSlotsOf(tx, schema, { appointmentId });
  await withdrawUnclaimed(tx, schema, added);
}
