import { daysBetween, type LocalDate, mondayOf } from "#app/domain/local-date.ts";
import { waysToServe } from "#app/domain/offers.ts";
import { grouped } from "#app/domain/ordering.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { PlannedSlot } from "#app/domain/slot-generation.ts";
import type { BookableProblem } from "#db/queries/load-demo.ts";
import type { Chance } from "./random.server.ts";
import type { DemoOperative } from "./workforce.server.ts";

type DemoSlot = PlannedSlot & { id: string };

/** One job in the calendar: which problem, in which slots of whom, and which window was promised. */
export interface Job {
  person: DemoOperative;
  problem: BookableProblem;
  date: LocalDate;
  /** The code of the promised window. */
  window: string;
  slots: DemoSlot[];
}

export interface Workload {
  today: LocalDate;
  slots: readonly DemoSlot[];
  people: readonly DemoOperative[];
  problems: readonly BookableProblem[];
  rules: Rules;
  chance: Chance;
}

/** How full the calendar is, by days from today: what is past was less busy than the week to come, and far dates are nearly empty. */
const FILL: [beforeDay: number, share: number][] = [
  [0, 0.3],
  [7, 0.7],
  [14, 0.4],
  [21, 0.2],
  [28, 0.1],
  [Number.POSITIVE_INFINITY, 0.03],
];

/** Nobody's week is booked beyond this, so there is always something to offer. */
const FULLEST_WEEK = 0.8;

/** How many days people wait at most for a visit; an emergency never waits for a slot. */
const LONGEST_WAIT: Record<string, number> = { urgent: 6, routine: 26, planned: 80 };

export const longestWait = (priority: string) => LONGEST_WAIT[priority] ?? 0;

/** The shortest wait for a visit on a date: a day, and whoever is to be visited later has called yesterday at the latest. */
export const shortestWait = (date: LocalDate, today: LocalDate) => Math.max(1, daysBetween(today, date) + 1);

const weekOf = ({ operativeId, date }: PlannedSlot) => `${operativeId} ${mondayOf(date)}`;

/** The window that was promised: mostly the slot's own; sometimes a wider one that it may serve. */
function promised({ rules, chance }: Workload, slots: DemoSlot[]): string | undefined {
  const [first] = slots;
  if (!first) return undefined;
  const serves = (window: string) =>
    waysToServe(rules.windows, { date: first.date, window }, slots.length).some((way) =>
      slots.every((slot, at) => way[at] === slot.window),
    );
  const others = rules.windows.map(({ code }) => code).filter((code) => code !== first.window && serves(code));
  if (others.length > 0 && chance.next() < 0.15) return chance.pick(others);
  return serves(first.window) ? first.window : undefined;
}

/** A job for the first of an operative's slots that are left on a day, or undefined where no problem of theirs fits. */
function jobIn(left: readonly DemoSlot[], person: DemoOperative, workload: Workload): Job | undefined {
  const { today, problems, chance } = workload;
  const [slot] = left;
  if (!slot) return undefined;
  const wait = shortestWait(slot.date, today);
  const trade = chance.pick(person.trades);
  const fitting = problems.filter(
    (problem) => problem.trade === trade && problem.visits <= left.length && longestWait(problem.priority) >= wait,
  );
  if (fitting.length === 0) return undefined;
  const problem = chance.pick(fitting);
  const slots = left.slice(0, problem.visits);
  const window = promised(workload, slots);
  return window === undefined ? undefined : { person, problem, date: slot.date, window, slots };
}

/** The jobs of one operative's day, within the room that their week still has. */
function jobsOfDay(day: DemoSlot[], room: { left: number }, job: (left: DemoSlot[]) => Job | undefined): Job[] {
  const jobs: Job[] = [];
  for (let at = 0; at < day.length; ) {
    const next = job(day.slice(at, at + room.left));
    if (next) jobs.push(next);
    room.left -= next?.slots.length ?? 0;
    at += next?.slots.length ?? 1;
  }
  return jobs;
}

/** Fills a calendar of free slots with a believable load: near dates fuller than far ones, and no job outside its operative's trades. */
export function planJobs(workload: Workload): Job[] {
  const { slots, people, today, chance } = workload;
  const sizes = grouped(slots, weekOf);
  const rooms = new Map([...sizes].map(([week, { length }]) => [week, { left: Math.floor(length * FULLEST_WEEK) }]));
  const days = grouped(slots, ({ operativeId, date }) => `${operativeId} ${date}`);
  return [...days.values()].flatMap((unordered) => {
    const day = unordered.toSorted((a, b) => (a.starts < b.starts ? -1 : a.starts > b.starts ? 1 : a.place - b.place));
    const [first] = day;
    const person = people.find(({ id }) => id === first?.operativeId);
    const room = first && rooms.get(weekOf(first));
    if (!first || !person || !room) return [];
    const share = FILL.find(([before]) => daysBetween(today, first.date) < before)?.[1] ?? 0;
    return jobsOfDay(day, room, (left) => (chance.next() < share ? jobIn(left, person, workload) : undefined));
  });
}
