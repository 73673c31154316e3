import { addHours, min } from "date-fns";
import { addDays, instantAt, type LocalDate } from "./local-date.ts";

/** What is still to be said when the last window is over: somebody may be there yet, or have no signal. */
const HOURS_AFTER = 2;

/** When an operative's link to a date ends: two hours after the last window they work (`ends`, local HH:MM), at latest at midnight. */
export function shiftEnd(date: LocalDate, ends: readonly string[]): Date {
  const last = [...ends].sort().at(-1) ?? "00:00";
  return min([addHours(instantAt(date, last), HOURS_AFTER), instantAt(addDays(date, 1), "00:00")]);
}
