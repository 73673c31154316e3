import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Appointments } from "./appointments.ts";
import type { Drafts } from "./drafts.ts";
import type { Operatives } from "./operatives.ts";

/** The calendar: its dates, and the visits on them. */
export function slotsFor(
  { table, id, text, day, whole, flag, instant, index, uniqueIndex, check }: Columns,
  { operatives, drafts, appointments }: Operatives & Drafts & Appointments,
) {
  /** A date of the calendar. Whoever changes its slots locks it first, in date order, so changes cannot deadlock. */
  const days = table("days", { date: day().primaryKey(), version: whole().notNull().default(0) });

  /** One visit by one operative. Whose it is stands on the row itself, so one row can hold only one name. */
  const slots = table(
    "slots",
    {
      id: id(),
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
      date: day()
        .notNull()
        .references(() => days.date),
      /** The code of the arrival window. */
      window: text().notNull(),
      /** Local HH:MM, copied when the slot is made: a later change of the window leaves it as it is. */
      starts: text().notNull(),
      ends: text().notNull(),
      /** Which of the operative's visits in that window: 1, 2, … */
      place: whole().notNull(),
      open: flag().notNull().default(true),
      /** Closed for good, since nobody works it: not stopped for a while. */
      withdrawn: flag().notNull().default(false),
      /** Why it was stopped or withdrawn, in an officer's words. */
      reason: text(),
      /** The last change of staff that wrote it: undoing leaves what somebody has changed since. No foreign key: most changes list no slots. */
      changeId: text(),
      /** Added by hand, over and above what the operative's pattern gives. */
      extra: flag().notNull().default(false),
      /** Kept for this priority until an instant; then it is anybody's. */
      keptFor: text(),
      keptUntil: instant(),
      draftId: text().references(() => drafts.id),
      appointmentId: text().references(() => appointments.id),
      /** Which slot of the job this is: 1, 2. */
      part: whole(),
      expiresAt: instant(),
    },
    (t) => [
      uniqueIndex("slots_once").on(t.operativeId, t.date, t.window, t.place),
      // Without the rows that nobody holds: SQLite would look for free slots there, among all there are.
      uniqueIndex("slots_of_draft").on(t.draftId, t.part).where(sql`${t.draftId} IS NOT NULL`),
      uniqueIndex("slots_of_appointment").on(t.appointmentId, t.part).where(sql`${t.appointmentId} IS NOT NULL`),
      index("slots_for_offers").on(t.operativeId, t.date, t.window, t.open, t.appointmentId, t.expiresAt),
      index("slots_by_date").on(t.date, t.window),
      // What needs moving stands on every page of staff: few rows, found without reading the calendar.
      index("slots_to_move").on(t.date).where(sql`${t.appointmentId} IS NOT NULL AND NOT ${t.open}`),
      check("slots_one_holder", sql`${t.draftId} IS NULL OR ${t.appointmentId} IS NULL`),
      check("slots_part_with_holder", sql`(${t.part} IS NULL) = (${t.draftId} IS NULL AND ${t.appointmentId} IS NULL)`),
      check("slots_only_holds_expire", sql`(${t.expiresAt} IS NULL) = (${t.draftId} IS NULL)`),
    ],
  );

  return { days, slots };
}
