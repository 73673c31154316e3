import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { lockDays } from "#db/queries/days.ts";
import { bookedOf, cancelAppointments, changeRepair } from "#db/queries/repair-case.ts";
import { appointmentSlots } from "#db/queries/slots.ts";
import { noteWith, type Seen, traceRepair } from "./change-repair.server.ts";
import { leaveSlots } from "./leave-slots.server.ts";
import { say } from "./say.server.ts";

export interface Cancelling extends Seen {
  /** A code. */
  reason: string;
  /** In the officer's words; may be empty. */
  note: string;
  /** The reference of the repair that it repeats, where that is the reason. */
  duplicateOf: string | null;
}

/**
 * Cancels a repair with its booked appointments, whose slots are free for others at once. False where it is not open, or has changed
 * meanwhile: nothing has changed then.
 */
export function cancelRepair(db: Db, cancelling: Cancelling): Promise<boolean> {
  return db.write((tx) => cancelIn(tx, db, cancelling));
}

/** The same as part of a change. Appointments are locked first, then their repair (as whoever ends a visit does), then the dates: so no two changes wait in a circle. */
export async function cancelIn(tx: Query, db: Db, { reason, note, duplicateOf, ...seen }: Cancelling): Promise<boolean> {
  const { schema } = db;
  const { repair, version, now } = seen;
  const ids = await bookedOf(tx, schema, repair.id);
  for (const id of ids) await lockAppointment(tx, schema, id);
  const closed = { status: "cancelled", closedAt: now, closedWhy: reason, waitsFor: null };
  const changed = await changeRepair(tx, schema, { id: repair.id, from: version, ...closed });
  if (!changed) return false;
  const changeId = newId(now);
  await leaveAll(tx, db, ids);
  await cancelAppointments(tx, schema, ids);
  for (const appointmentId of ids)
    await traceRepair(tx, db, seen, { what: "appointment cancelled", appointmentId, changeId, before: null, after: null });
  await noteWith(tx, db, seen, note);
  const after = { closedWhy: reason, ...(duplicateOf && { duplicateOf }), repairVersion: changed.version };
  await traceRepair(tx, db, seen, { what: "cancelled", changeId, before: null, after });
  await say(tx, schema, { kind: "cancelled", repairId: repair.id, changeId, who: seen.who, now });
  return true;
}

async function leaveAll(tx: Query, { schema }: Db, appointmentIds: readonly string[]) {
  const dates: string[] = [];
  for (const id of appointmentIds) dates.push(...(await appointmentSlots(tx, schema, id)).map(({ date }) => date));
  await lockDays(tx, schema, dates);
  for (const appointmentId of appointmentIds) await leaveSlots(tx, schema, appointmentId);
}
