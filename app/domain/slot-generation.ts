import { addDays, type LocalDate, weekdayOf } from "./local-date.ts";
import { type ArrivalWindow, windowHours } from "./rules.ts";

/** What an operative works: so many visits in a window on a weekday (1 is Monday), from a date until a date, both included. */
export interface WorkingPattern {
  operativeId: string;
  weekday: number;
  window: string;
  visits: number;
  fromDate: LocalDate;
  untilDate: LocalDate | null;
}

/** A visit that a working pattern gives, with the window's local times (HH:MM) on its date. */
export interface PlannedSlot {
  operativeId: string;
  date: LocalDate;
  window: string;
  starts: string;
  ends: string;
  /** Which of the operative's visits in that window: 1, 2, … */
  place: number;
}

/** Every date from one (included) to another (left out); none when they are the wrong way round. */
export function datesFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date < to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Whether a pattern is in force on a date: its last day is a day of work. */
function isInForce({ fromDate, untilDate }: WorkingPattern, date: LocalDate): boolean {
  return fromDate <= date && (untilDate === null || date <= untilDate);
}

/**
 * The visits of a date: those of the working patterns in force, in the windows worked that weekday, with the times the windows
 * have on that date. None on a bank holiday; none in a window the landlord no longer has.
 */
export function slotsOn(
  date: LocalDate,
  calendar: { patterns: readonly WorkingPattern[]; windows: readonly ArrivalWindow[]; bankHolidays: ReadonlySet<LocalDate> },
): PlannedSlot[] {
  if (calendar.bankHolidays.has(date)) return [];
  const weekday = weekdayOf(date);
  const hours = new Map(calendar.windows.map((window) => [window.code, windowHours(window, date)]));
  return calendar.patterns.flatMap((pattern) => {
    const at = hours.get(pattern.window);
    if (!at || pattern.weekday !== weekday || !isInForce(pattern, date)) return [];
    const { operativeId, window, visits } = pattern;
    return Array.from({ length: visits }, (_, index) => ({ operativeId, date, window, starts: at.from, ends: at.to, place: index + 1 }));
  });
}
