import { addDays, isLocalDate, type LocalDate, weekdayOf } from "./local-date.ts";
import type { Localised } from "./localised.ts";
import { type ArrivalWindow, type BookingRule, type Rules, windowHours } from "./rules.ts";

/** How many slots of one window an operative has free on a date. */
export interface FreeSlots {
  date: LocalDate;
  /** The slots' own window. */
  window: string;
  /** Whose they are. May be left out where a job needs one slot. */
  operativeId?: string;
  free: number;
}

/** A date and the code of the window that is promised. */
export interface Choice {
  date: LocalDate;
  window: string;
}

/** What people choose from: at least one operative can come then. */
export interface Offer extends Choice {
  name: Localised;
  /** Local HH:MM: when the operative may arrive. */
  from: string;
  to: string;
  /** After the date the landlord promises the repair by. */
  isBeyondTarget: boolean;
}

/** The windows of the slots that serve a promise, visit by visit: ["morning"], or for two visits ["morning", "afternoon"]. */
export type Way = readonly [first: string, second?: string];

/** The first and the last date that may be offered. */
export function datesOffered({ leadDays, horizonDays }: BookingRule, today: LocalDate): { first: LocalDate; last: LocalDate } {
  return { first: addDays(today, leadDays), last: addDays(today, horizonDays) };
}

/** Whether a choice lies within the dates offered and its window is worked that weekday; whether anybody is free is for the calendar to say. */
export function isBookable({ date, window }: Choice, { booking, windows }: Rules, today: LocalDate): boolean {
  const { first, last } = datesOffered(booking, today);
  return date >= first && date <= last && workedOn(windows, date).some((worked) => worked.window.code === window);
}

/** An offer as the value of a form field: "2026-11-26.morning". */
export function offerKey({ date, window }: Choice): string {
  return `${date}.${window}`;
}

/** Reads an offer's key; undefined when it is not one. The window may be one that does not exist. */
export function parseOfferKey(text: string): Choice | undefined {
  const [, date, window] = /^(\d{4}-\d{2}-\d{2})\.([a-z][a-z0-9-]*)$/.exec(text) ?? [];
  return date && window && isLocalDate(date) ? { date, window } : undefined;
}

interface WorkedWindow {
  window: ArrivalWindow;
  from: string;
  to: string;
}

const workedOn = (windows: readonly ArrivalWindow[], date: LocalDate): WorkedWindow[] =>
  windows.flatMap((window) => {
    const hours = windowHours(window, date);
    return hours ? [{ window, ...hours }] : [];
  });

/** Whether a visit in one window can be followed by one in the other: it starts and ends later, and no window lies wholly between. */
function follows(later: WorkedWindow, earlier: WorkedWindow, worked: WorkedWindow[]): boolean {
  if (later.from <= earlier.from || later.to <= earlier.to) return false;
  return !worked.some(({ from, to }) => from >= earlier.to && to <= later.from);
}

/**
 * The ways to serve a promised window on a date, the window's own slots first; none where it is not worked that weekday.
 * A job of two visits needs two slots, in one window or in two that follow each other; the promise is the first one's.
 */
export function waysToServe(windows: readonly ArrivalWindow[], { date, window: code }: Choice, visits: number): Way[] {
  const worked = workedOn(windows, date);
  const promised = worked.find(({ window }) => window.code === code);
  return promised ? waysIn(worked, promised.window, visits) : [];
}

function waysIn(worked: WorkedWindow[], promised: ArrivalWindow, visits: number): Way[] {
  const firsts = [...new Set([promised.code, ...promised.servedBy])];
  if (visits < 2) return firsts.map((first): Way => [first]);
  return firsts.flatMap((first): Way[] => {
    const earlier = worked.find(({ window }) => window.code === first);
    const later = earlier ? worked.filter((window) => follows(window, earlier, worked)) : [];
    return [[first, first], ...later.map(({ window }): Way => [first, window.code])];
  });
}

/** Whether slots of one operative on one date are enough for a way; `free` says how many there are of a window. */
export function canServe([first, second]: Way, free: (window: string) => number): boolean {
  if (!second) return free(first) >= 1;
  return first === second ? free(first) >= 2 : free(first) >= 1 && free(second) >= 1;
}

interface Serving extends WorkedWindow {
  ways: Way[];
}

/** The windows of a weekday in the order they are offered: by start, then by end. */
function servingOn(windows: readonly ArrivalWindow[], date: LocalDate, visits: number): Serving[] {
  const worked = workedOn(windows, date);
  return worked
    .map(({ window, from, to }) => ({ window, from, to, ways: waysIn(worked, window, visits) }))
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.window.code, b.window.code));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Free slots as dates in order, and on each what every operative has: window → how many. */
function byDateAndOperative(free: Iterable<FreeSlots>): [LocalDate, Map<string, Map<string, number>>][] {
  const dates = new Map<LocalDate, Map<string, Map<string, number>>>();
  for (const { date, window, operativeId = "", free: more } of free) {
    const windows = nested(nested(dates, date), operativeId);
    windows.set(window, (windows.get(window) ?? 0) + more);
  }
  return [...dates].sort(([a], [b]) => compare(a, b));
}

/** The map under a key, made when it is not there yet. */
function nested<Value>(maps: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<string, Value>();
  maps.set(key, made);
  return made;
}

/**
 * What can be offered: every window that is worked that weekday and that free slots can serve, its own or those of a window that may serve
 * it. Earliest first: by date, then start, then end. `visits` is 1 or 2 (two slots of one operative); `dueOn` is the promised date.
 */
export function offersFrom(
  free: Iterable<FreeSlots>,
  { windows, visits, dueOn }: { windows: readonly ArrivalWindow[]; visits: number; dueOn: LocalDate },
): Offer[] {
  const weekdays = new Map<number, Serving[]>();
  const offers: Offer[] = [];
  for (const [date, operatives] of byDateAndOperative(free)) {
    const weekday = weekdayOf(date);
    const serving = weekdays.get(weekday) ?? servingOn(windows, date, visits);
    weekdays.set(weekday, serving);
    const isBeyondTarget = date > dueOn;
    for (const { window, from, to, ways } of serving) {
      if (isServed(ways, operatives)) offers.push({ date, window: window.code, name: window.name, from, to, isBeyondTarget });
    }
  }
  return offers;
}

function isServed(ways: Way[], operatives: Map<string, Map<string, number>>): boolean {
  for (const slots of operatives.values()) {
    if (ways.some((way) => canServe(way, (window) => slots.get(window) ?? 0))) return true;
  }
  return false;
}
