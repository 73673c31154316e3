import { type ClosingInForce, isClosed } from "./closing.ts";
import { addDays, daysBetween, type LocalDate, mondayOf, weekdayOf } from "./local-date.ts";
import { type ArrivalWindow, windowHours } from "./rules.ts";

/**
 * What an operative works: so many visits in a window on a weekday (1 is Monday), from a date until a date, both included; every week, or
 * every other week from that of the first date (`everyWeeks` 2).
 */
export interface WorkingPattern {
  operativeId: string;
  weekday: number;
  window: string;
  visits: number;
  fromDate: LocalDate;
  untilDate: LocalDate | null;
  everyWeeks: number;
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
  /** Withdrawn from the start where its operative is away or nobody works, with why and by which change. */
  open: boolean;
  withdrawn: boolean;
  reason: string | null;
  changeId: string | null;
}

/** Every date from one (included) to another (left out); none when they are the wrong way round. */
export function datesFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date < to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Whether a pattern is in force on a date: its last day is a day of work. */
function isInForce({ fromDate, untilDate, everyWeeks }: WorkingPattern, date: LocalDate): boolean {
  if (date < fromDate || (untilDate !== null && untilDate < date)) return false;
  return (daysBetween(mondayOf(fromDate), mondayOf(date)) / 7) % everyWeeks === 0;
}

/** What the slots of a date are made from: `bankHolidays` are those that nobody works. */
export interface CalendarPlan {
  patterns: readonly WorkingPattern[];
  windows: readonly ArrivalWindow[];
  bankHolidays: ReadonlySet<LocalDate>;
  closings?: readonly ClosingInForce[];
}

/**
 * The visits of a date: those of the working patterns in force, in the windows worked that weekday, with the times the windows
 * have on that date. None on a bank holiday that nobody works; none in a window the landlord no longer has. What an absence or a closure
 * covers is there and withdrawn: ending it opens the slot again.
 */
export function slotsOn(date: LocalDate, { patterns, windows, bankHolidays, closings = [] }: CalendarPlan): PlannedSlot[] {
  if (bankHolidays.has(date)) return [];
  const weekday = weekdayOf(date);
  const hours = new Map(windows.map((window) => [window.code, windowHours(window, date)]));
  return patterns.flatMap((pattern) => {
    const at = hours.get(pattern.window);
    if (!at || pattern.weekday !== weekday || !isInForce(pattern, date)) return [];
    const { operativeId, window, visits } = pattern;
    const worked = { operativeId, date, window, starts: at.from, ends: at.to };
    const closing = closings.find((each) => each.operativeIds.has(operativeId) && isClosed(each, worked));
    const standing = { open: !closing, withdrawn: !!closing, reason: closing?.reason ?? null, changeId: closing?.changeId ?? null };
    return Array.from({ length: visits }, (_, index) => ({ ...worked, place: index + 1, ...standing }));
  });
}
