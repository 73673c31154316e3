import { and, asc, eq, ne, type SQL } from "drizzle-orm";
import type { DayVisit } from "#app/domain/day.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/** Which visits: of a date and, where asked, of a trade, a patch or an operative. */
export interface DayFilter {
  date: LocalDate;
  trade?: string | undefined;
  patch?: string | undefined;
  operative?: string | undefined;
}

/** What is read of each table: no more than whoever looks at a visit needs, since a day has hundreds. */
function columnsOf(schema: Schema) {
  const { appointments, repairs, homes, blocks, contacts, visitNeeds, visits, operatives, slots } = schema;
  const { id, date, windowName, starts, ends, purpose, status } = appointments;
  const { reference, location, problem, detail, hazard, trade, priority, dueOn, waitsFor } = repairs;
  const { line1, line2, line3, town, postcode, patchId, notAloneWhy, uprn, restrictedTo } = homes;
  const { name, phone, email, visitName, visitPhone, visitEmail, description } = contacts;
  const { appointmentId, onTheWayAt, arrivedAt, endedAt, outcome, note } = visits;
  return {
    appointment: { id, date, windowName, starts, ends, purpose, status },
    repair: { id: repairs.id, reference, status: repairs.status, location, problem, detail, hazard, trade, priority, dueOn, waitsFor },
    home: { line1, line2, line3, town, postcode, patchId, notAloneWhy, uprn, restrictedTo },
    /** The block whose shared areas it is in; null where it is in the home. */
    block: { name: blocks.name },
    /** Null where retention has emptied it. */
    contact: { name, phone, email, visitName, visitPhone, visitEmail, description },
    needs: { needs: visitNeeds.needs, language: visitNeeds.language, notes: visitNeeds.notes },
    /** Null before its first step. */
    visit: { appointmentId, onTheWayAt, arrivedAt, endedAt, outcome, note },
    operative: { id: operatives.id, name: operatives.name },
    ...{ slotId: slots.id, open: slots.open },
  };
}

function rowsWhere(query: Query, schema: Schema, where: (SQL | undefined)[]) {
  const { appointments, repairs, homes, blocks, contacts, visitNeeds, visits, slots, operatives } = schema;
  return query
    .select(columnsOf(schema))
    .from(appointments)
    .innerJoin(repairs, eq(repairs.id, appointments.repairId))
    .innerJoin(homes, eq(homes.uprn, repairs.uprn))
    .leftJoin(blocks, eq(blocks.id, repairs.blockId))
    .leftJoin(contacts, eq(contacts.repairId, repairs.id))
    .leftJoin(visitNeeds, eq(visitNeeds.repairId, repairs.id))
    .leftJoin(visits, eq(visits.appointmentId, appointments.id))
    .leftJoin(slots, eq(slots.appointmentId, appointments.id))
    .leftJoin(operatives, eq(operatives.id, slots.operativeId))
    .where(and(...where))
    .orderBy(asc(appointments.id), asc(slots.part));
}

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

/** A visit with everything that whoever goes there needs. */
export type FoundVisit = DayVisit & Row;

/** The visits of a date that have not been cancelled, in no order. One statement, however many. */
export async function visitsOn(query: Query, schema: Schema, { date, ...only }: DayFilter): Promise<FoundVisit[]> {
  const { appointments, repairs, homes, slots } = schema;
  const columns = { trade: repairs.trade, patch: homes.patchId, operative: slots.operativeId };
  const asked = (["trade", "patch", "operative"] as const).filter((name) => only[name] !== undefined);
  const build = (q: Query) =>
    rowsWhere(q, schema, [
      ...[eq(appointments.date, given(appointments.date, "date")), ne(appointments.status, "cancelled")],
      ...asked.map((name) => eq(columns[name], given(columns[name], name))),
    ]);
  return ofEach(await run<Row[]>(query, ["visits of a date", ...asked].join(", "), build, { date, ...only }));
}

/** One visit, whatever has come of it; undefined where there is no such appointment. */
export async function visitOf(query: Query, schema: Schema, appointmentId: string): Promise<FoundVisit | undefined> {
  return ofEach(await rowsWhere(query, schema, [eq(schema.appointments.id, appointmentId)]))[0];
}

/** A job of two slots has two rows, of one operative; it is served where neither is closed. */
function ofEach(rows: Row[]): FoundVisit[] {
  const visits = new Map<string, FoundVisit>();
  for (const row of rows) {
    const { id, status, starts, ends } = row.appointment;
    const before = visits.get(id);
    if (before) before.isServed &&= row.open === true;
    else visits.set(id, { ...row, status, starts, ends, isServed: row.open === true });
  }
  return [...visits.values()];
}
