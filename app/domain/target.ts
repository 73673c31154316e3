import { addDays, daysBetween, type LocalDate, localDate } from "./local-date.ts";
import type { Target } from "./rules.ts";
import { addWorkingDays } from "./working-days.ts";

/** A promise as it is frozen when a repair is raised: by the end of a local date, or by an instant where the target runs in clock hours. */
export interface Due {
  dueOn: LocalDate;
  /** Only for clock hours; then `dueOn` is its local date. */
  dueAt: Date | null;
}

const HOUR = 3_600_000;

/**
 * By when a repair raised at an instant is promised. The local day of the report is day 0, whatever the hour; working days leave out
 * Saturdays, Sundays and bank holidays; clock hours are real hours, through nights, holidays and clock changes.
 */
export function dueBy({ amount, unit }: Target, raisedAt: Date, bankHolidays: ReadonlySet<LocalDate>): Due {
  if (unit === "clock-hours") {
    const dueAt = new Date(raisedAt.getTime() + amount * HOUR);
    return { dueOn: localDate(dueAt), dueAt };
  }
  const raisedOn = localDate(raisedAt);
  return { dueOn: unit === "calendar-days" ? addDays(raisedOn, amount) : addWorkingDays(raisedOn, amount, bankHolidays), dueAt: null };
}

/** Whether a promise is broken at an instant: its instant has passed, or its local date has ended. */
export function isOverdue({ dueOn, dueAt }: Due, now: Date): boolean {
  return dueAt ? dueAt < now : dueOn < localDate(now);
}

/** How far away a promise is, or by how much it is broken: whole calendar days; whole hours where it runs in clock hours and is near. */
export function timeLeft(due: Due, now: Date): { amount: number; unit: "hours" | "days"; isLate: boolean } {
  const isLate = isOverdue(due, now);
  const hours = due.dueAt ? Math.floor(Math.abs(due.dueAt.getTime() - now.getTime()) / HOUR) : Number.POSITIVE_INFINITY;
  if (hours < 48) return { amount: hours, unit: "hours", isLate };
  return { amount: Math.abs(daysBetween(localDate(now), due.dueOn)), unit: "days", isLate };
}
