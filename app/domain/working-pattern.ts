import { addDays, daysBetween, type LocalDate, mondayOf } from "./local-date.ts";
import type { WorkingPattern } from "./slot-generation.ts";

/** So many visits in a window on a weekday (1 is Monday). */
export type WeeklyVisits = Pick<WorkingPattern, "weekday" | "window" | "visits">;

/** What an operative is to work from a date until a date (both included; null for ever): one week over and over, or two in turn. */
export interface NewPattern {
  operativeId: string;
  fromDate: LocalDate;
  untilDate: LocalDate | null;
  weeks: readonly (readonly WeeklyVisits[])[];
}

/** What becomes of the patterns that were there: some end earlier, some go, and some are added. */
export interface PatternChange {
  ended: { id: string; untilDate: LocalDate }[];
  removed: string[];
  added: WorkingPattern[];
}

/** The most visits that anybody can have in one window. */
export const MOST_VISITS = 12;

/** The first date from which an old pattern goes on after a break, without changing whose week it is where two weeks take turns. */
function resumedOn({ fromDate, everyWeeks }: WorkingPattern, date: LocalDate): LocalDate {
  const weeks = daysBetween(mondayOf(fromDate), mondayOf(date)) / 7;
  return weeks % everyWeeks === 0 ? date : addDays(mondayOf(date), 7);
}

type Dates = Pick<WorkingPattern, "fromDate" | "untilDate">;

const isEmpty = ({ fromDate, untilDate }: Dates) => untilDate !== null && untilDate < fromDate;

/** Whether two spans share a date; null has no end. */
const meet = (a: Dates, b: Dates) =>
  (a.untilDate === null || b.fromDate <= a.untilDate) && (b.untilDate === null || a.fromDate <= b.untilDate);

/** The visits of a new pattern, week by week. */
function rowsOf({ operativeId, fromDate, untilDate, weeks }: NewPattern): WorkingPattern[] {
  return weeks.flatMap((week, at) => {
    const from = at === 0 ? fromDate : addDays(mondayOf(fromDate), 7 * at);
    return week.map((visits) => ({ operativeId, ...visits, fromDate: from, untilDate, everyWeeks: weeks.length }));
  });
}

/**
 * Puts a new pattern in the place of those that are in force on its dates: before it they end the day before, after it they go on. A plan that
 * begins after its last date stays as it is.
 */
export function replacePatterns(existing: readonly (WorkingPattern & { id: string })[], next: NewPattern): PatternChange {
  const { fromDate, untilDate } = next;
  const concerned = existing.filter((row) => meet(row, next));
  const isBegun = (row: WorkingPattern) => row.fromDate < fromDate;
  const resumed = concerned.flatMap(({ id: _, ...row }) =>
    untilDate === null ? [] : [{ ...row, fromDate: resumedOn(row, addDays(untilDate, 1)) }],
  );
  return {
    ended: concerned.filter(isBegun).map(({ id }) => ({ id, untilDate: addDays(fromDate, -1) })),
    removed: concerned.filter((row) => !isBegun(row)).map(({ id }) => id),
    added: [...resumed, ...rowsOf(next)].filter((row) => !isEmpty(row) && row.visits > 0),
  };
}

/** What an operative works in the week of a date and the one after it, by week: two that are the same where one week is like the other. */
export function weeksFrom(patterns: readonly WorkingPattern[], date: LocalDate): WeeklyVisits[][] {
  return [0, 7].map((days) => {
    const monday = addDays(mondayOf(date), days);
    return patterns
      .filter((row) => row.fromDate <= addDays(monday, 6) && (row.untilDate === null || row.untilDate >= date))
      .filter(({ fromDate, everyWeeks }) => (daysBetween(mondayOf(fromDate), monday) / 7) % everyWeeks === 0)
      .map(({ weekday, window, visits }) => ({ weekday, window, visits }));
  });
}
