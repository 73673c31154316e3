import { and, asc, eq, ne } from "drizzle-orm";
import type { DayVisit } from "#app/domain/day.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** Which visits: of a date and, where asked, of a trade, a patch or an operative. */
export interface DayFilter {
  date: LocalDate;
  trade?: string | undefined;
  patch?: string | undefined;
  operative?: string | undefined;
}

/** A visit with everything that whoever goes there needs. */
export type FoundVisit = DayVisit & Joined;

type Row<Table extends "appointments" | "repairs" | "homes" | "contacts" | "visitNeeds" | "visits"> = Schema[Table]["$inferSelect"];

interface Joined {
  appointment: Row<"appointments">;
  repair: Row<"repairs">;
  home: Row<"homes">;
  /** Null where retention has emptied it. */
  contact: Row<"contacts"> | null;
  needs: Row<"visitNeeds"> | null;
  visit: Row<"visits"> | null;
}

/** The visits of a date that have not been cancelled, in no order. One statement, however many. */
export function visitsOn(query: Query, schema: Schema, { date, trade, patch, operative }: DayFilter): Promise<FoundVisit[]> {
  const { appointments, repairs, homes, slots } = schema;
  return found(query, schema, [
    eq(appointments.date, date),
    ne(appointments.status, "cancelled"),
    trade === undefined ? undefined : eq(repairs.trade, trade),
    patch === undefined ? undefined : eq(homes.patchId, patch),
    operative === undefined ? undefined : eq(slots.operativeId, operative),
  ]);
}

/** One visit, whatever has come of it; undefined where there is no such appointment. */
export async function visitOf(query: Query, schema: Schema, appointmentId: string): Promise<FoundVisit | undefined> {
  return (await found(query, schema, [eq(schema.appointments.id, appointmentId)]))[0];
}

async function found(query: Query, schema: Schema, where: Parameters<typeof and>): Promise<FoundVisit[]> {
  const { appointments: appointment, repairs: repair, homes: home, contacts: contact, visitNeeds: needs, visits: visit } = schema;
  const { slots, operatives } = schema;
  const operative = { id: operatives.id, name: operatives.name };
  const rows = await query
    .select({ appointment, repair, home, contact, needs, visit, operative, slotId: slots.id, open: slots.open })
    .from(appointment)
    .innerJoin(repair, eq(repair.id, appointment.repairId))
    .innerJoin(home, eq(home.uprn, repair.uprn))
    .leftJoin(contact, eq(contact.repairId, repair.id))
    .leftJoin(needs, eq(needs.repairId, repair.id))
    .leftJoin(visit, eq(visit.appointmentId, appointment.id))
    .leftJoin(slots, eq(slots.appointmentId, appointment.id))
    .leftJoin(operatives, eq(operatives.id, slots.operativeId))
    .where(and(...where))
    .orderBy(asc(appointment.id), asc(slots.part));
  return ofEach(rows);
}

/** A job of two slots has two rows, of one operative; it is served where neither is closed. */
function ofEach(rows: (Joined & { operative: DayVisit["operative"]; slotId: string | null; open: boolean | null })[]): FoundVisit[] {
  const visits = new Map<string, FoundVisit>();
  for (const { open, ...row } of rows) {
    const { id, status, starts, ends } = row.appointment;
    const before = visits.get(id);
    const isServed = open === true && (before?.isServed ?? true);
    visits.set(id, { ...(before ?? { ...row, status, starts, ends }), isServed });
  }
  return [...visits.values()];
}
