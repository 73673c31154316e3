import type { Columns } from "../columns/sqlite.ts";
import type { Operatives } from "./operatives.ts";
import type { Places } from "./places.ts";

/** When nobody works though a pattern says so, and what is kept back. What an officer ends stays, with when it was ended. */
export function closuresFor(
  { table, id, text, day, whole, instant, index, uniqueIndex }: Columns,
  { operatives, trades, patches }: Operatives & Places,
) {
  /** An operative is away from a local date until a date (both included); on part of each day where it has times. */
  const absences = table(
    "absences",
    {
      id: id(),
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
      /** sick, leave, training. */
      kind: text().notNull(),
      fromDate: day().notNull(),
      untilDate: day().notNull(),
      /** Local HH:MM, both or neither: it closes every window that it overlaps (half-open). */
      starts: text(),
      ends: text(),
      changeId: text().notNull(),
      endedAt: instant(),
    },
    (t) => [index("absences_by_operative").on(t.operativeId, t.untilDate)],
  );

  /** Nobody works from a local date until a date (both included): nobody at all, or of a trade, in a patch, in a window. */
  const closures = table(
    "closures",
    {
      id: id(),
      reason: text().notNull(),
      fromDate: day().notNull(),
      untilDate: day().notNull(),
      tradeId: text().references(() => trades.id),
      patchId: text().references(() => patches.id),
      window: text(),
      changeId: text().notNull(),
      endedAt: instant(),
    },
    (t) => [index("closures_by_date").on(t.untilDate)],
  );

  /** Bank holidays that are worked by choice. */
  const workedHolidays = table("worked_holidays", { date: day().primaryKey(), changeId: text().notNull() });

  /** So many slots of a trade are kept each day for the urgent, until an hour (local HH:MM) of the day before. */
  const ringFences = table(
    "ring_fences",
    {
      id: id(),
      tradeId: text()
        .notNull()
        .references(() => trades.id),
      /** The priority they are kept for. */
      keptFor: text().notNull(),
      slots: whole().notNull(),
      releasedAt: text().notNull(),
      changeId: text().notNull(),
    },
    (t) => [uniqueIndex("ring_fences_once").on(t.tradeId, t.keptFor)],
  );

  return { absences, closures, workedHolidays, ringFences };
}
