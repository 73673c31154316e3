import { type Acting, TENANT } from "#app/domain/acting.ts";
import type { VisitChanges } from "#app/domain/own-visit.ts";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { emergencyOf } from "#db/queries/emergencies.ts";
import { bookedOf } from "#db/queries/repair-case.ts";
import { addEvent, type Repair } from "#db/queries/repairs.ts";
import { lockRepair, writeRepairState } from "#db/queries/visits.ts";
import { cancelIn } from "./cancel-repair.server.ts";
import { freedomOf, traceGivenUp } from "./give-up-visit.server.ts";

interface Cancelling {
  /** As whoever cancels saw it. */
  repair: Repair;
  /** A code. */
  reason: string;
  /** The tenant, unless somebody else cancels for them. */
  by?: Acting;
  changes: VisitChanges;
  now: Date;
}

/**
 * `asked`: it is about damp, mould, a leak or safety, so an officer decides. `begun`: somebody has arrived. `stale`: it is not open, or has
 * changed meanwhile; nothing has changed.
 */
export type CancelledAnswer = "cancelled" | "asked" | "begun" | "stale";

/** Cancels a repair for whoever reported it, with its visits; or asks an officer to, where it must not be dropped silently. */
export async function cancelOwnRepair(db: Db, cancelling: Cancelling): Promise<CancelledAnswer> {
  const { repair } = cancelling;
  const isCareful = needsOfficerToClose(repair) || (await emergencyOf(db.read, db.schema, repair.id)) !== undefined;
  try {
    return await db.write((tx) => (isCareful ? askIn(tx, db, cancelling) : cancelOwnIn(tx, db, cancelling)));
  } catch (error) {
    if (error instanceof Stale) return "stale";
    throw error;
  }
}

/** Thrown inside the write to undo it: the repair is not open, or has changed meanwhile. */
class Stale extends Error {}

/** A visit for which somebody may have set out is given up first, so that they and an officer are told. */
async function cancelOwnIn(tx: Query, db: Db, { repair, reason, by = TENANT, changes, now }: Cancelling): Promise<CancelledAnswer> {
  for (const id of await bookedOf(tx, db.schema, repair.id)) {
    const appointment = await lockAppointment(tx, db.schema, id);
    const freedom = appointment && (await freedomOf(tx, db, { appointment, changes, now }));
    if (freedom === "closed") return "begun";
    if (appointment && freedom === "late") await traceGivenUp(tx, db, { appointment, isLate: true, by, now });
  }
  const seen = { repair, version: repair.version, ...by, now };
  const isCancelled = await cancelIn(tx, db, { ...seen, reason, note: "", duplicateOf: null });
  if (!isCancelled) throw new Stale();
  return "cancelled";
}

/** Waiting for whoever is on duty goes before waiting for this. */
async function askIn(tx: Query, db: Db, { repair, reason, by = TENANT, now }: Cancelling): Promise<CancelledAnswer> {
  const found = await lockRepair(tx, db.schema, repair.id);
  if (found?.status !== "open") return "stale";
  if (found.waitsFor === "cancel") return "asked";
  if (found.waitsFor !== "emergency") await writeRepairState(tx, db.schema, { repairId: repair.id, waitsFor: "cancel" });
  const id = newId(now);
  const event = { id, at: now, ...by, what: "cancel asked", changeId: id, repairId: repair.id };
  await addEvent(tx, db.schema, { ...event, appointmentId: null, before: { waitsFor: found.waitsFor }, after: { reason } });
  return "asked";
}
