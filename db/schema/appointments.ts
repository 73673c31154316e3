import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Places } from "./places.ts";
import type { Repairs } from "./repairs.ts";

/** The promises made, and the trace of every change. */
export function appointmentsFor(
  { table, id, text, day, whole, instant, json, index, uniqueIndex, check }: Columns,
  { homes, repairs }: Places & Repairs,
) {
  /** The landlord's promise: a date and a window, in the words that were promised. The operative behind it may change. */
  const appointments = table(
    "appointments",
    {
      id: id(),
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      /** repair, investigation, safety work, further work. */
      purpose: text().notNull(),
      date: day().notNull(),
      window: text().notNull(),
      /** The window's name and local times as promised. */
      windowName: text().notNull(),
      starts: text().notNull(),
      ends: text().notNull(),
      slotsNeeded: whole().notNull().default(1),
      /** booked, done or cancelled. */
      status: text().notNull(),
      version: whole().notNull().default(0),
    },
    (t) => [
      uniqueIndex("appointments_one_live").on(t.repairId, t.purpose).where(sql`${t.status} = 'booked'`),
      index("appointments_by_repair").on(t.repairId),
      index("appointments_by_date").on(t.date),
      check("appointments_status", sql`${t.status} IN ('booked', 'done', 'cancelled')`),
    ],
  );

  /** What happened, for ever: who, when, what, and which fields; never contact details or free text. */
  const events = table(
    "events",
    {
      id: id(),
      at: instant().notNull(),
      /** tenant, system, on-duty, a staff id, or `operative:` and an operative's id. */
      who: text().notNull(),
      channel: text().notNull(),
      what: text().notNull(),
      /** All events of one change share it. */
      changeId: text().notNull(),
      repairId: text().references(() => repairs.id),
      appointmentId: text().references(() => appointments.id),
      /** The home, of what happened to none of its repairs. */
      uprn: text().references(() => homes.uprn),
      before: json<Record<string, string | number | null>>(),
      after: json<Record<string, string | number | null>>(),
    },
    (t) => [
      index("events_by_repair").on(t.repairId, t.at),
      index("events_by_change").on(t.changeId),
      index("events_by_home").on(t.uprn, t.at).where(sql`${t.uprn} IS NOT NULL`),
    ],
  );

  return { appointments, events };
}

export type Appointments = ReturnType<typeof appointmentsFor>;
