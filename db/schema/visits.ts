import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Appointments } from "./appointments.ts";
import type { Operatives } from "./operatives.ts";

/** What happened on the day. */
export function visitsFor(
  { table, id, text, day, instant, uniqueIndex, index, check }: Columns,
  { appointments, operatives }: Appointments & Operatives,
) {
  /** How an appointment went, from the first step said. A promise that nobody has set out for has none. */
  const visits = table(
    "visits",
    {
      appointmentId: text()
        .primaryKey()
        .references(() => appointments.id),
      onTheWayAt: instant(),
      arrivedAt: instant(),
      endedAt: instant(),
      /** done, no-access, more-work or could-not; null until it has ended. */
      outcome: text(),
      /** Why it could not be done, or how access was tried: a code. */
      why: text(),
      /** In the words of whoever was there; personal, so retention empties it. */
      note: text(),
      /** The form that ended it: sent twice, it is one ending. */
      submission: text(),
    },
    (t) => [
      uniqueIndex("visits_by_submission").on(t.submission),
      index("visits_ended").on(t.endedAt),
      check("visits_ended_with_outcome", sql`(${t.endedAt} IS NULL) = (${t.outcome} IS NULL)`),
      check("visits_outcome", sql`${t.outcome} IN ('done', 'no-access', 'more-work', 'could-not')`),
    ],
  );

  /** The link by which an operative opens their own day, until the shift ends. */
  const shiftLinks = table(
    "shift_links",
    {
      id: id(),
      /** SHA-256 of what the link carries: the row opens nothing. */
      token: text().notNull(),
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
      date: day().notNull(),
      endsAt: instant().notNull(),
    },
    (t) => [uniqueIndex("shift_links_by_token").on(t.token), index("shift_links_by_operative").on(t.operativeId, t.date)],
  );

  return { visits, shiftLinks };
}
