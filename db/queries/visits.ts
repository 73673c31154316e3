import { and, asc, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Appointment, Repair } from "./repairs.ts";

export type Visit = Schema["visits"]["$inferSelect"];

/** An appointment with how it went, its repair, and whether somebody is to come: it has slots, and none of them is closed. */
export interface VisitCase {
  appointment: Appointment;
  repair: Repair;
  visit: Visit | null;
  isServed: boolean;
}

/** A visit as it stands; undefined where there is no such appointment. */
export async function visitCase(query: Query, schema: Schema, appointmentId: string): Promise<VisitCase | undefined> {
  const { appointments: appointment, repairs: repair, visits: visit, slots } = schema;
  const rows = await query
    .select({ appointment, repair, visit, open: slots.open })
    .from(appointment)
    .innerJoin(repair, eq(repair.id, appointment.repairId))
    .leftJoin(visit, eq(visit.appointmentId, appointment.id))
    .leftJoin(slots, eq(slots.appointmentId, appointment.id))
    .where(eq(appointment.id, appointmentId));
  const [found] = rows;
  return found && { ...found, isServed: rows.every(({ open }) => open) };
}

/** Writes down what was said of a visit, over what was said before. Its appointment is locked by the caller. */
export async function writeVisit(tx: Query, { visits }: Schema, { appointmentId, ...said }: Partial<Visit> & { appointmentId: string }) {
  await tx
    .insert(visits)
    .values({ appointmentId, ...said })
    .onConflictDoUpdate({ target: visits.appointmentId, set: said });
}

/** Says that an appointment is over. It is locked by the caller, and keeps its slots: the time was spent. */
export async function endAppointment(tx: Query, { appointments }: Schema, id: string): Promise<void> {
  await tx.update(appointments).set({ status: "done" }).where(eq(appointments.id, id));
}

/** Locks a repair until the transaction ends: after its appointment, before what its other appointments are is read. */
export async function lockRepair(tx: Query, { repairs }: Schema, id: string): Promise<Repair | undefined> {
  const [repair] = await tx
    .update(repairs)
    .set({ version: sql`${repairs.version} + 1` })
    .where(eq(repairs.id, id))
    .returning();
  return repair;
}

/** The purposes of a repair's other appointments that are still to come. */
export async function otherPurposes(
  query: Query,
  { appointments }: Schema,
  { repairId, appointmentId }: { repairId: string; appointmentId: string },
): Promise<string[]> {
  const { purpose, status, id } = appointments;
  const rows = await query
    .select({ purpose })
    .from(appointments)
    .where(and(eq(appointments.repairId, repairId), eq(status, "booked"), ne(id, appointmentId)));
  return rows.map((row) => row.purpose);
}

/** Writes how a repair stands. It is locked by the caller. */
export async function writeRepairState(
  tx: Query,
  { repairs }: Schema,
  { repairId, ...state }: Partial<Pick<Repair, "status" | "closedAt" | "waitsFor">> & { repairId: string },
): Promise<void> {
  await tx.update(repairs).set(state).where(eq(repairs.id, repairId));
}

/** Every visit of a repair that has ended, the first first: the attempts, as evidence. */
export async function attemptsAt(query: Query, { visits, appointments }: Schema, repairId: string): Promise<(Visit & { date: string })[]> {
  const rows = await query
    .select({ visit: visits, date: appointments.date })
    .from(visits)
    .innerJoin(appointments, eq(appointments.id, visits.appointmentId))
    .where(and(eq(appointments.repairId, repairId), isNotNull(visits.endedAt)))
    .orderBy(asc(visits.endedAt), asc(visits.appointmentId));
  return rows.map(({ visit, date }) => ({ ...visit, date }));
}

/** Makes an appointment that was over a promise again. Its repair is locked by the caller. */
export async function reopenAppointment(tx: Query, { appointments }: Schema, id: string): Promise<void> {
  await tx
    .update(appointments)
    .set({ status: "booked", version: sql`${appointments.version} + 1` })
    .where(eq(appointments.id, id));
}

/** The name of whoever last said or changed something of an appointment: of staff or an operative; undefined where it was neither. */
export async function lastSaidBy(
  query: Query,
  { events, staff, operatives }: Schema,
  { repairId, appointmentId }: { repairId: string; appointmentId: string },
): Promise<string | undefined> {
  const [last] = await query
    .select({ staff: staff.name, operative: operatives.name })
    .from(events)
    .leftJoin(staff, eq(staff.id, events.who))
    .leftJoin(operatives, eq(operatives.id, events.who))
    .where(and(eq(events.repairId, repairId), eq(events.appointmentId, appointmentId)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return last?.staff ?? last?.operative ?? undefined;
}
