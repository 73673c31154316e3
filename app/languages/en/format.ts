import { type LocalDate, weekdayOf } from "#app/domain/local-date.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "Thursday 26 November". */
function date(day: LocalDate): string {
  const [, month, ofMonth] = day.split("-").map(Number);
  return `${DAYS[weekdayOf(day) - 1]} ${ofMonth} ${MONTHS[(month ?? 1) - 1]}`;
}

/** "Thu 26 Nov": in a text message, where every letter counts. */
const shortDate = (day: LocalDate) => date(day).replace(/[A-Za-z]+/g, (name) => name.slice(0, 3));

/** "8am", "12:30pm", from HH:MM. */
function time(at: string): string {
  const [hours = 0, minutes = 0] = at.split(":").map(Number);
  return `${hours % 12 || 12}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}${hours < 12 ? "am" : "pm"}`;
}

const hours = (from: string, to: string) => `${time(from)} to ${time(to)}`;

/** "Monday to Friday", "Saturday": days in the order of the week, by their number (1 is Monday). */
function weekdays(days: number[]): string {
  const names = days.map((day) => DAYS[day - 1] ?? "");
  const unbroken = days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);
  return unbroken && names.length > 2 ? `${names.at(0)} to ${names.at(-1)}` : names.join(", ");
}

/** Dates, times and windows, as English says them. */
export const format = {
  date,
  shortDate,
  time,
  hours,
  weekdays,
  /** "2:40pm on Thursday 26 November". */
  instant: (day: LocalDate, at: string) => `${time(at)} on ${date(day)}`,
  /** "23:14 on Thursday 26 November": of what was seen, on the clock of whoever is on duty. */
  timeOn: (at: string, day: LocalDate) => `${at} on ${date(day)}`,
  /** "Morning, 8am to 1pm". */
  window: (name: string, from: string, to: string) => `${name}, ${hours(from, to)}`,
  /** "Thursday 26 November, 8am to 1pm (morning)": an appointment as one promise. */
  appointment: (day: LocalDate, name: string, from: string, to: string) => `${date(day)}, ${hours(from, to)} (${name.toLowerCase()})`,
};
