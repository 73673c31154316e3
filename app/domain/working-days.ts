import { addDays, type LocalDate, weekdayOf } from "./local-date.ts";

/** A working day is not a Saturday, a Sunday or a bank holiday (Hazards in Social Housing Regulations 2025, SI 2025/1042, reg 2). */
export function isWorkingDay(date: LocalDate, bankHolidays: ReadonlySet<LocalDate>): boolean {
  return weekdayOf(date) <= 5 && !bankHolidays.has(date);
}

/** The date some working days after another, which is day 0 itself. */
export function addWorkingDays(date: LocalDate, days: number, bankHolidays: ReadonlySet<LocalDate>): LocalDate {
  let at = date;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, bankHolidays)) left--;
  }
  return at;
}
