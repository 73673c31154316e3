import type { CalendarOperative } from "#app/domain/calendar-week.ts";
import type { Db } from "#db/client.ts";
import { findOperatives } from "#db/queries/calendar.ts";

/** The operatives at work, with their trades and patches by name, in the order of the calendar. */
export function listOperatives(db: Db): Promise<CalendarOperative[]> {
  return findOperatives(db.read, db.schema, {});
}
