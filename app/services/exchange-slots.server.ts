import type { Query } from "#db/client.ts";
import { type SlotOfRepair, slotsOfAppointments } from "#db/queries/slot-page.ts";
import { SlotGone, takeForAppointment, type Wanted } from "#db/queries/take-slots.ts";
import type { Schema } from "#db/schema/schema.ts";
import { leaveSlots } from "./leave-slots.server.ts";

/**
 * Takes other slots for an appointment instead of those it has. The appointment and the dates are locked by the caller. Answers with every
 * slot it left or took as it was before. Throws SlotGone, which undoes the write, when nobody is free.
 */
export async function exchangeSlots(tx: Query, schema: Schema, wanted: Wanted & { appointmentId: string }): Promise<SlotOfRepair[]> {
  const own = await slotsOfAppointments(tx, schema, [wanted.appointmentId]);
  await leaveSlots(tx, schema, wanted.appointmentId);
  if (!(await takeForAppointment(tx, schema, wanted))) throw new SlotGone();
  const has = await slotsOfAppointments(tx, schema, [wanted.appointmentId]);
  const taken = has.filter(({ id }) => !own.some((slot) => slot.id === id));
  return [...own, ...taken.map((slot) => ({ ...slot, appointmentId: null, part: null }))];
}
