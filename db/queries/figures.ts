import { and, count, eq, gte, inArray, isNotNull, lt, min, ne, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { DayCounts, DayStart, Waits } from "#app/domain/figures.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { isOfOperatives } from "./first-free.ts";

/** What is counted: on which dates, of one trade or patch or of all. */
export interface Counted {
  /** The dates one after another, each with the instant at which it starts in local time; the last one only ends the one before. */
  days: readonly DayStart[];
  trade: string | undefined;
  patch: string | undefined;
}

type Dates = Pick<Counted, "days">;

/** How many rows of a group are so. */
const where = (isSo: SQL | undefined) => sql`count(*) filter (where ${isSo})`.mapWith(Number);

/** Groups by the first column chosen: PostgreSQL would take the same expression with other parameters for another one. */
const BY_FIRST = sql`1`;

/**
 * The local date of an instant within the dates. Neither engine is asked what it knows of time zones: the starts of the days are worked out
 * beforehand, clock changes and all, and the statement looks among them by halves.
 */
function localDateOf(schema: Schema, instant: SQLWrapper, { days }: Dates): SQL<LocalDate> {
  const look = (from: number, to: number): SQL => {
    if (to - from === 1) return sql`${dateAt(days, from)}`;
    const middle = Math.floor((from + to) / 2);
    return sql`case when ${instant} < ${startAt(schema, days, middle)} then ${look(from, middle)} else ${look(middle, to)} end`;
  };
  return sql<LocalDate>`${look(0, days.length - 1)}`.mapWith(String);
}

const dateAt = (days: Dates["days"], at: number): LocalDate => days.at(at)?.date ?? "";

/** The instant at which a day starts, encoded as every instant is. */
const startAt = ({ repairs }: Schema, days: Dates["days"], at: number) => sql.param(days.at(at)?.startsAt, repairs.raisedAt);

/** An instant is on one of the dates, in local time. */
const isWithin = (schema: Schema, instant: SQLWrapper, { days }: Dates) =>
  sql`${instant} >= ${startAt(schema, days, 0)} and ${instant} < ${startAt(schema, days, -1)}`;

/** A repair is for the trade and in the patch. */
function isOfRepairs(query: Query, { repairs, homes }: Schema, { trade, patch }: Counted) {
  const inPatch = (id: string) => query.select({ uprn: homes.uprn }).from(homes).where(eq(homes.patchId, id));
  return and(
    trade === undefined ? undefined : eq(repairs.trade, trade),
    patch === undefined ? undefined : inArray(repairs.uprn, inPatch(patch)),
  );
}

/** Slots by date: those open or with an appointment, those with one, and those whose visit ended with work done. */
function slotsByDate(query: Query, schema: Schema, counted: Counted) {
  const { slots, visits } = schema;
  const isBooked = isNotNull(slots.appointmentId);
  return query
    .select({
      date: slots.date,
      offered: where(or(eq(slots.open, true), isBooked)),
      booked: where(isBooked),
      used: where(inArray(visits.outcome, ["done", "more-work"])),
    })
    .from(slots)
    .leftJoin(visits, eq(visits.appointmentId, slots.appointmentId))
    .where(and(gte(slots.date, dateAt(counted.days, 0)), lt(slots.date, dateAt(counted.days, -1)), isOfOperatives(query, schema, counted)))
    .groupBy(slots.date);
}

/** Repairs by the local date of their report, and how they were reported. */
function reportsByDate(query: Query, schema: Schema, counted: Counted) {
  const { raisedAt, channel } = schema.repairs;
  return query
    .select({
      date: localDateOf(schema, raisedAt, counted),
      online: where(eq(channel, "online")),
      phone: where(eq(channel, "phone")),
    })
    .from(schema.repairs)
    .where(and(isWithin(schema, raisedAt, counted), isOfRepairs(query, schema, counted)))
    .groupBy(BY_FIRST);
}

/** Moves that tenants made, by the local date on which they made them. */
function movesByDate(query: Query, schema: Schema, counted: Counted) {
  const { events, repairs } = schema;
  return query
    .select({ date: localDateOf(schema, events.at, counted), moved: count() })
    .from(events)
    .innerJoin(repairs, eq(repairs.id, events.repairId))
    .where(
      and(
        ...[eq(events.what, "appointment moved"), eq(events.who, "tenant"), isWithin(schema, events.at, counted)],
        isOfRepairs(query, schema, counted),
      ),
    )
    .groupBy(BY_FIRST);
}

/** Visits by the local date on which they ended. */
function visitsByDate(query: Query, schema: Schema, counted: Counted) {
  const { visits, appointments, repairs } = schema;
  return query
    .select({
      date: localDateOf(schema, visits.endedAt, counted),
      visits: count(),
      noAccess: where(eq(visits.outcome, "no-access")),
    })
    .from(visits)
    .innerJoin(appointments, eq(appointments.id, visits.appointmentId))
    .innerJoin(repairs, eq(repairs.id, appointments.repairId))
    .where(and(isWithin(schema, visits.endedAt, counted), isOfRepairs(query, schema, counted)))
    .groupBy(BY_FIRST);
}

/** Repairs that were done after visits, by the local date on which they were done, and all visits to them that ended. */
function visitsOfDoneByDate(query: Query, schema: Schema, counted: Counted) {
  const { visits, appointments, repairs } = schema;
  return query
    .select({
      date: localDateOf(schema, repairs.closedAt, counted),
      repairsDone: sql`count(distinct ${repairs.id})`.mapWith(Number),
      visitsOfDone: count(),
    })
    .from(repairs)
    .innerJoin(appointments, eq(appointments.repairId, repairs.id))
    .innerJoin(visits, and(eq(visits.appointmentId, appointments.id), isNotNull(visits.endedAt)))
    .where(and(eq(repairs.status, "done"), isWithin(schema, repairs.closedAt, counted), isOfRepairs(query, schema, counted)))
    .groupBy(BY_FIRST);
}

/**
 * Repairs that were done (an emergency: made safe, or done where nobody wrote that down) by the local date on which they were, and those
 * in target: by the instant promised, or by the end of the local date promised.
 */
function targetsByDate(query: Query, schema: Schema, counted: Counted) {
  const { repairs, emergencies } = schema;
  const isEmergency = eq(repairs.priority, "emergency");
  const closedAt = sql`case when ${repairs.status} = 'done' then ${repairs.closedAt} end`;
  const ended = query
    .select({
      at: sql<Date>`case when ${isEmergency} then coalesce(${emergencies.madeSafeAt}, ${closedAt}) else ${closedAt} end`.as("ended_at"),
      isEmergency: sql<boolean>`${isEmergency}`.as("is_emergency"),
      dueAt: repairs.dueAt,
      dueOn: repairs.dueOn,
    })
    .from(repairs)
    .leftJoin(emergencies, eq(emergencies.repairId, repairs.id))
    .where(isOfRepairs(query, schema, counted))
    .as("ended");
  const done = query
    .select({
      date: localDateOf(schema, ended.at, counted).as("done_on"),
      isEmergency: ended.isEmergency,
      isBefore: sql<boolean>`${ended.at} <= ${ended.dueAt}`.as("is_before"),
      dueOn: ended.dueOn,
    })
    .from(ended)
    .where(isWithin(schema, ended.at, counted))
    .as("done");
  const isInTarget = sql`coalesce(${done.isBefore}, ${done.date} <= ${done.dueOn})`;
  return query
    .select({
      date: done.date,
      emergencies: where(sql`${done.isEmergency}`),
      emergenciesInTarget: where(sql`${done.isEmergency} and ${isInTarget}`),
      routine: where(sql`not ${done.isEmergency}`),
      routineInTarget: where(sql`not ${done.isEmergency} and ${isInTarget}`),
    })
    .from(done)
    .groupBy(sql`${done.date}`);
}

/** Everything that is counted by local date, some counts a row. Six statements, however many dates, repairs and slots. */
export async function countDays(query: Query, schema: Schema, counted: Counted): Promise<DayCounts[]> {
  const statements = [slotsByDate, reportsByDate, movesByDate, visitsByDate, visitsOfDoneByDate, targetsByDate];
  const rows: DayCounts[] = [];
  for (const statement of statements) rows.push(...(await statement(query, schema, counted)));
  return rows;
}

/** Repairs by the local date of their report and the date of their first visit that was not cancelled; those without one are not among them. */
export async function countWaits(query: Query, schema: Schema, counted: Counted): Promise<Waits[]> {
  const { repairs, appointments } = schema;
  const first = query
    .select({
      date: localDateOf(schema, repairs.raisedAt, counted).as("raised_on"),
      visitOn: sql<LocalDate>`${min(appointments.date)}`.as("visit_on"),
    })
    .from(repairs)
    .innerJoin(appointments, and(eq(appointments.repairId, repairs.id), ne(appointments.status, "cancelled")))
    .where(and(isWithin(schema, repairs.raisedAt, counted), isOfRepairs(query, schema, counted)))
    .groupBy(repairs.id)
    .as("first");
  return await query
    .select({ date: first.date, visitOn: first.visitOn, repairs: count() })
    .from(first)
    .groupBy(sql`${first.date}`, sql`${first.visitOn}`);
}
