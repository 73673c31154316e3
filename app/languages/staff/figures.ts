import type { FigureName, PeriodUnit } from "#app/domain/figures.ts";
import type { LocalDate } from "#app/domain/local-date.ts";

const written = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  return (date: LocalDate) => format.format(new Date(date));
};
const short = written({ day: "numeric", month: "short" });
const shortWithYear = written({ day: "numeric", month: "short", year: "numeric" });
/** A date with its year, for what may lie far from today: "23 November 2026". */
export const inFull = written({ day: "numeric", month: "long", year: "numeric" });

interface FigureWords {
  heading: string;
  /** How it is counted, in one sentence. */
  how: string;
  /** Headings of its columns, by their names. */
  columns: Record<string, string>;
}

const of: Record<FigureName, FigureWords> = {
  slots: {
    heading: "Slots offered, booked and used",
    how: "Slots by the date they are on: offered are those that are open or have an appointment, booked those with an appointment, and used those whose visit ended with work done.",
    columns: { offered: "Offered", booked: "Booked", used: "Used" },
  },
  wait: {
    heading: "Days to the first visit",
    how: "Calendar days from the report to the date of the first visit booked, by the date of the report; the median, so half of the repairs waited no longer.",
    columns: { repairs: "Repairs with a visit", days: "Median days" },
  },
  noAccess: {
    heading: "No access",
    how: "Of the visits that ended, by the date they ended, those where nobody could get in.",
    columns: { visits: "Visits ended", noAccess: "No access", rate: "No-access rate" },
  },
  online: {
    heading: "Reported online",
    how: "Of the repairs reported online or by phone, by the date of the report, those reported online: each one is a call that was not needed.",
    columns: { online: "Online", phone: "By phone", share: "Share online" },
  },
  moves: {
    heading: "Appointments moved by tenants",
    how: "Each time a tenant moved an appointment to another date or window, by the date they did it.",
    columns: { moved: "Moved" },
  },
  visitsEach: {
    heading: "Visits for each repair",
    how: "Of the repairs done after a visit, by the date they were done, all their visits that ended, divided by the repairs.",
    columns: { repairsDone: "Repairs done", visitsOfDone: "Visits", each: "Visits for each" },
  },
  emergency: {
    heading: "Emergencies in target",
    how: "Of the emergencies made safe, by the date they were (done, where nobody wrote down that they were safe), those made safe by the time promised.",
    columns: { emergencies: "Made safe", emergenciesInTarget: "In target", share: "Share in target" },
  },
  routine: {
    heading: "Routine repairs in target",
    how: "Of all other repairs done, by the date they were done, those done by the time promised, or by the end of the date promised.",
    columns: { routine: "Done", routineInTarget: "In target", share: "Share in target" },
  },
};

/** What the landlord's work has come to. */
export const figures = {
  figures: {
    title: "Figures",
    /** What the page is about, for whoever finds it on paper. */
    about: ({ first, last, trade, patch }: { first: LocalDate; last: LocalDate; trade: string; patch: string }) =>
      `${inFull(first)} to ${inFull(last)}. Trade: ${trade}. Patch: ${patch}.`,
    asOf: (instant: string) => `Counted at ${instant}.`,
    ofWhom: "Slots count for every trade and patch of their operative; everything else for the trade and patch of the repair.",
    filter: {
      period: "By",
      units: { week: "Week", month: "Month" } satisfies Record<PeriodUnit, string>,
      from: "From date",
      count: "How many",
      trade: "Trade",
      patch: "Patch",
      any: "All",
      button: "Update",
    },
    csv: "Download as CSV",
    period: "Period",
    firstDate: "First date",
    lastDate: "Last date",
    /** A period as a table names it, and as there is room for below a chart. */
    week: { name: (first: LocalDate) => `Week of ${shortWithYear(first)}`, short },
    month: { name: written({ month: "long", year: "numeric" }), short: written({ month: "short", year: "2-digit" }) },
    soFar: (period: string) => `${period}, so far`,
    none: "no figures yet",
    share: (percent: number) => `${percent}%`,
    /** What a chart shows, for whoever does not see it. */
    extremes: ({ name, lowest, highest }: { name: string; lowest: string; highest: string }) =>
      `${name}: lowest ${lowest}, highest ${highest}.`,
    at: (value: string, period: string) => `${value} (${period})`,
    below: "Every number is in the table below.",
    column: (heading: string, column: string) => `${heading}: ${column.toLowerCase()}`,
    firstFree: {
      in: (date: string, days: number) =>
        `The first free slot that can be booked now is on ${date}, ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}.`,
      none: "No slot is free that can be booked now.",
    },
    of,
  },
};
