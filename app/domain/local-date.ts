import { TZDate } from "@date-fns/tz";

/** A local calendar date in the United Kingdom, YYYY-MM-DD. Never an instant: it has no clock change to fall into. */
export type LocalDate = string;

export const UK = "Europe/London";

/** Made once: it is a hundred times dearer than what it formats. */
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: UK,
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

function partsAt(now: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = clock.formatToParts(now);
  return (type) => parts.find((part) => part.type === type)?.value ?? "";
}

/** The local date in the United Kingdom at an instant. */
export function localDate(now: Date): LocalDate {
  const part = partsAt(now);
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** The local time in the United Kingdom at an instant, HH:MM on a 24-hour clock. */
export function localTime(now: Date): string {
  const part = partsAt(now);
  return `${part("hour")}:${part("minute")}`;
}

/** The instant of a local date and time (HH:MM) in the United Kingdom; a time the clocks skip is the same distance after midnight. */
export function instantAt(date: LocalDate, time: string): Date {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(new TZDate(year, month - 1, day, hours, minutes, UK).getTime());
}

const DAY = 86_400_000;

/** Days since 1970, counted in UTC: the server's own time zone has days of 23 hours, and has left out whole dates. */
const dayNumber = (date: LocalDate): number => Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8)) / DAY;
const dateOf = (day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10);

/** A date some calendar days later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayNumber(date) + days);
}

/** Whole calendar days from one date to another: 1 from a day to the next. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The weekday of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((dayNumber(date) + 3) % 7) + 1; // day 0, 1 January 1970, was a Thursday
}

/** The Monday of a date's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Whether text is a real date written YYYY-MM-DD. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayNumber(text);
  return !Number.isNaN(day) && dateOf(day) === text;
}
