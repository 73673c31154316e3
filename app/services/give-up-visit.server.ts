import { type Acting, TENANT } from "#app/domain/acting.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { type VisitChanges, visitFreedom } from "#app/domain/own-visit.ts";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { lockDays } from "#db/queries/days.ts";
import { type GivenUp, givenUpOn } from "#db/queries/own-repair.ts";
import { cancelAppointments } from "#db/queries/repair-case.ts";
import { type Appointment, addEvent } from "#db/queries/repairs.ts";
import { operativeNames, slotsOfAppointments } from "#db/queries/slot-page.ts";
import { lockRepair, otherPurposes, visitCase, writeRepairState } from "#db/queries/visits.ts";
import { leaveSlots } from "./leave-slots.server.ts";
import { say } from "./say.server.ts";

interface GivingUp {
  appointmentId: string;
  /** The tenant, unless somebody else says so for them. */
  by?: Acting;
  changes: VisitChanges;
  now: Date;
}

/** `late`: after the cut-off, when somebody may have set out: they and an officer are told. `closed`: somebody has arrived, or there is no such promise. */
export type GivenUpAnswer = "in-time" | "late" | "closed";

/**
 * "Nobody will be in": the visit is given up and its slots are free at once, until somebody has arrived. The repair stays open and waits for
 * whoever arranges another visit. It is never written down as no access.
 */
export function giveUpVisit(db: Db, { appointmentId, by = TENANT, changes, now }: GivingUp): Promise<GivenUpAnswer> {
  return db.write(async (tx) => {
    const appointment = await lockAppointment(tx, db.schema, appointmentId);
    const freedom = appointment ? await freedomOf(tx, db, { appointment, changes, now }) : "closed";
    if (!appointment || freedom === "closed") return "closed";
    await freeVisit(tx, db, { appointment, isLate: freedom === "late", by, now });
    return freedom === "late" ? "late" : "in-time";
  });
}

interface Free {
  appointment: Appointment;
  isLate: boolean;
  by: Acting;
  now: Date;
}

/** The appointment is locked; then its repair is, then its dates. */
async function freeVisit(tx: Query, db: Db, { appointment, ...how }: Free): Promise<void> {
  const { schema } = db;
  const { id: appointmentId, repairId } = appointment;
  const repair = await lockRepair(tx, schema, repairId);
  const slots = await slotsOfAppointments(tx, schema, [appointmentId]);
  await lockDays(
    tx,
    schema,
    slots.map(({ date }) => date),
  );
  await traceGivenUp(tx, db, { appointment, ...how });
  await leaveSlots(tx, schema, appointmentId);
  await cancelAppointments(tx, schema, [appointmentId]);
  await say(tx, schema, { kind: "given-up", repairId, appointmentId, changeId: appointmentId, who: "tenant", now: how.now });
  const others = await otherPurposes(tx, schema, { repairId, appointmentId });
  if (repair?.status !== "open" || others.length > 0) return;
  await writeRepairState(tx, schema, { repairId, waitsFor: needsOfficerToClose(repair) ? "officer" : "call" });
}

/** How far a visit can still be changed by its tenant. It is locked by the caller. */
export async function freedomOf(
  tx: Query,
  { schema }: Db,
  { appointment, changes, now }: { appointment: Appointment; changes: VisitChanges; now: Date },
): Promise<ReturnType<typeof visitFreedom>> {
  const { onTheWayAt = null, arrivedAt = null, outcome = null } = (await visitCase(tx, schema, appointment.id))?.visit ?? {};
  return visitFreedom({ ...appointment, onTheWayAt, arrivedAt, outcome }, changes, now);
}

/** Leaves a trace of a visit that its tenant gave up, with who would have come, while it still has its slots. */
export async function traceGivenUp(tx: Query, { schema }: Db, { appointment, isLate, by, now }: Free): Promise<void> {
  const { id: appointmentId, repairId, date, window } = appointment;
  const [slot] = await slotsOfAppointments(tx, schema, [appointmentId]);
  const id = newId(now);
  const event = { id, at: now, ...by, what: "visit given up", changeId: id, repairId, appointmentId };
  const after = { late: isLate ? "yes" : "no", ...(slot?.open && { operativeId: slot.operativeId }) };
  await addEvent(tx, schema, { ...event, before: { date, window }, after });
}

/** The visits of a date that nobody need go to, since their tenants gave them up late; with the name of who would have. */
export async function readGivenUp(db: Db, date: LocalDate): Promise<(GivenUp & { operative: string | undefined })[]> {
  const visits = await givenUpOn(db.read, db.schema, date);
  const ids = visits.flatMap(({ operativeId }) => operativeId ?? []);
  const names = await operativeNames(db.read, db.schema, ids);
  return visits.map((visit) => ({ ...visit, operative: names.get(visit.operativeId ?? "") }));
}
