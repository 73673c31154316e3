import { addDays, daysBetween, instantAt, type LocalDate, mondayOf } from "./local-date.ts";

export const PERIOD_UNITS = ["week", "month"] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Half a year of weeks: what one page still shows. */
export const MOST_PERIODS = 26;

/** A week from Monday on, or a calendar month: from its first local date to its last (both included). */
export interface Period {
  first: LocalDate;
  last: LocalDate;
}

function monthStart(date: LocalDate, later: number): LocalDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + later;
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

const START: Readonly<Record<PeriodUnit, (date: LocalDate, later: number) => LocalDate>> = {
  week: (date, later) => addDays(mondayOf(date), later * 7),
  month: monthStart,
};

/** So many periods one after another, the first some periods later (earlier when negative) than the one that a date is in. */
export function periodsFrom({ unit, date, later, count }: { unit: PeriodUnit; date: LocalDate; later: number; count: number }): Period[] {
  const start = START[unit];
  return Array.from({ length: count }, (_, at) => ({ first: start(date, later + at), last: addDays(start(date, later + at + 1), -1) }));
}

/** A local date and the instant at which it starts. */
export interface DayStart {
  date: LocalDate;
  startsAt: Date;
}

/** Every day of periods that follow each other, and the day after them. */
export function dayStarts(periods: readonly Period[]): DayStart[] {
  const [first, last] = [periods.at(0)?.first, periods.at(-1)?.last];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: daysBetween(first, last) + 2 }, (_, at) => {
    const date = addDays(first, at);
    return { date, startsAt: instantAt(date, "00:00") };
  });
}

/** What is counted. Each is said in words where it is shown (languages/staff/figures). */
interface Counts {
  /** Slots that are open or have an appointment; those with one; those whose visit got work done. */
  offered: number;
  booked: number;
  used: number;
  /** Repairs reported. */
  online: number;
  phone: number;
  /** Appointments moved by tenants. */
  moved: number;
  /** Visits that ended, and those that ended with no access. */
  visits: number;
  noAccess: number;
  /** Repairs done after visits, and those visits. */
  repairsDone: number;
  visitsOfDone: number;
  /** Emergencies made safe, other repairs done, and those in target. */
  emergencies: number;
  emergenciesInTarget: number;
  routine: number;
  routineInTarget: number;
}

/** Some of the counts of one local date. */
export type DayCounts = Partial<Counts> & { date: LocalDate };

/** Repairs reported on one local date whose first visit is on another. */
export interface Waits {
  date: LocalDate;
  visitOn: LocalDate;
  repairs: number;
}

/** What a period has come to. */
export interface Tally extends Counts {
  waits: readonly Waits[];
  /** Its first day has come. */
  hasBegun: boolean;
}

const NOTHING: Counts = {
  ...{ offered: 0, booked: 0, used: 0, online: 0, phone: 0, moved: 0, visits: 0, noAccess: 0, repairsDone: 0, visitsOfDone: 0 },
  ...{ emergencies: 0, emergenciesInTarget: 0, routine: 0, routineInTarget: 0 },
};
const NAMES = Object.keys(NOTHING) as (keyof Counts)[];

/** Adds up what was counted by local date, period by period. Dates outside every period count nowhere. */
export function tallyPeriods(
  periods: readonly Period[],
  { days, waits, today }: { days: readonly DayCounts[]; waits: readonly Waits[]; today: LocalDate },
): Tally[] {
  return periods.map(({ first, last }) => {
    const isIn = ({ date }: { date: LocalDate }) => first <= date && date <= last;
    const tally: Tally = { ...NOTHING, waits: waits.filter(isIn), hasBegun: first <= today };
    for (const day of days.filter(isIn)) for (const name of NAMES) tally[name] += day[name] ?? 0;
    return tally;
  });
}

/** Days from the report to the first visit: half of the repairs waited no longer. Of an even number, midway between the two in the middle. */
export function medianWait(waits: readonly Waits[]): number | null {
  const sorted = waits.map(({ date, visitOn, repairs }) => ({ days: daysBetween(date, visitOn), repairs })).sort((a, b) => a.days - b.days);
  const total = repairsIn(waits);
  let passed = 0;
  const middle = sorted.filter(({ repairs }) => {
    const from = passed;
    passed += repairs;
    return from <= total / 2 && total / 2 <= passed;
  });
  const [shortest, longest] = [middle.at(0), middle.at(-1)];
  return shortest && longest ? (shortest.days + longest.days) / 2 : null;
}

const repairsIn = (waits: readonly Waits[]) => waits.reduce((sum, { repairs }) => sum + repairs, 0);

/** A part of a whole, from 0 to 1 where it is one; of nothing there is none. */
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** How a value is written: a number of things, a share of 1, or a number with a decimal. */
export type Kind = "count" | "share" | "decimal";

/** One column of a figure's table. Those drawn are in its chart; of several, each is a part of the one before. */
interface Column {
  name: string;
  kind: Kind;
  isDrawn?: true;
  of: (tally: Tally) => number | null;
}

export type FigureName = "slots" | "wait" | "noAccess" | "online" | "moves" | "visitsEach" | "emergency" | "routine";

/** A figure: its columns, and whether a period has anything that they could be counted of. */
export interface Figure {
  name: FigureName;
  hasAny: (tally: Tally) => boolean;
  columns: readonly Column[];
}

const count = (name: keyof Counts): Column => ({ name, kind: "count", of: (tally) => tally[name] });
const drawn = { isDrawn: true } as const;

/**
 * Every figure there is. In target is what the regulator asks for (Tenant Satisfaction Measure RP02: of the repairs completed in the time,
 * those completed within the landlord's own target, emergencies apart from all others).
 */
export const FIGURES: readonly Figure[] = [
  {
    name: "slots",
    hasAny: ({ offered }) => offered > 0,
    columns: [
      { ...count("offered"), ...drawn },
      { ...count("booked"), ...drawn },
      { ...count("used"), ...drawn, of: ({ used, hasBegun }) => (hasBegun ? used : null) },
    ],
  },
  {
    name: "wait",
    hasAny: ({ waits }) => waits.length > 0,
    columns: [
      { name: "repairs", kind: "count", of: ({ waits }) => repairsIn(waits) },
      { name: "days", kind: "decimal", ...drawn, of: ({ waits }) => medianWait(waits) },
    ],
  },
  {
    name: "noAccess",
    hasAny: ({ visits }) => visits > 0,
    columns: [
      count("visits"),
      count("noAccess"),
      { name: "rate", kind: "share", ...drawn, of: ({ noAccess, visits }) => ratio(noAccess, visits) },
    ],
  },
  {
    name: "online",
    hasAny: ({ online, phone }) => online + phone > 0,
    columns: [
      count("online"),
      count("phone"),
      { name: "share", kind: "share", ...drawn, of: ({ online, phone }) => ratio(online, online + phone) },
    ],
  },
  { name: "moves", hasAny: ({ hasBegun }) => hasBegun, columns: [{ ...count("moved"), ...drawn }] },
  {
    name: "visitsEach",
    hasAny: ({ repairsDone }) => repairsDone > 0,
    columns: [
      count("repairsDone"),
      count("visitsOfDone"),
      { name: "each", kind: "decimal", ...drawn, of: ({ visitsOfDone, repairsDone }) => ratio(visitsOfDone, repairsDone) },
    ],
  },
  {
    name: "emergency",
    hasAny: ({ emergencies }) => emergencies > 0,
    columns: [
      count("emergencies"),
      count("emergenciesInTarget"),
      { name: "share", kind: "share", ...drawn, of: (tally) => ratio(tally.emergenciesInTarget, tally.emergencies) },
    ],
  },
  {
    name: "routine",
    hasAny: ({ routine }) => routine > 0,
    columns: [
      count("routine"),
      count("routineInTarget"),
      { name: "share", kind: "share", ...drawn, of: (tally) => ratio(tally.routineInTarget, tally.routine) },
    ],
  },
];

/** The values of a figure's columns in a period: null where nothing was there to count, so that nothing is never shown as a rate of 0. */
export function valuesOf({ hasAny, columns }: Figure, tally: Tally): (number | null)[] {
  return columns.map(({ of }) => (hasAny(tally) ? of(tally) : null));
}

const TOPS = [2, 4, 6, 8, 10];

/** Where a scale from 0 ends that all values are on, so that its middle is a round number too. */
export function scaleTop(values: readonly (number | null)[]): number {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const power = 10 ** Math.floor(Math.log10(most));
  return (TOPS.find((top) => most <= top * power) ?? 10) * power;
}
