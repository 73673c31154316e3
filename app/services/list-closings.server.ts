import { lastPlanned } from "#app/domain/closing.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { closingsFrom, workedHolidaysFrom } from "#db/queries/closings.ts";
import { findNamedHolidays } from "#db/queries/rules.ts";

/** The absences and closures that are not over, and the bank holidays of the year to come with whether they are worked. */
export async function listClosings(db: Db, { nation, now }: { nation: string; now: Date }) {
  const today = localDate(now);
  const closings = await closingsFrom(db.read, db.schema, today);
  const worked = await workedHolidaysFrom(db.read, db.schema, today);
  const holidays = await findNamedHolidays(db.read, db.schema, { nation, from: today, to: lastPlanned(now) });
  return { ...closings, holidays: holidays.map((holiday) => ({ ...holiday, isWorked: worked.has(holiday.date) })) };
}
