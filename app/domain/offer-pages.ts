import { type LocalDate, weekdayOf } from "./local-date.ts";
import type { Offer } from "./offers.ts";
import { grouped } from "./ordering.ts";
import type { ArrivalWindow } from "./rules.ts";

/** The offers of one date, in their order. */
export interface DayOfOffers {
  date: LocalDate;
  offers: Offer[];
}

/** Some days of offers, and the dates to ask for to see those before and after. */
export interface PageOfDays {
  days: DayOfOffers[];
  earlier?: LocalDate;
  later?: LocalDate;
}

const SATURDAY = 6;
/** The filter that leaves everything in. */
export const EVERY_TIME = "any";
const SATURDAYS = "saturdays";

/** The filters a landlord's windows give, by code: every window, Saturdays where any are worked, and "any" first. */
export function offerFilters(windows: readonly ArrivalWindow[]): string[] {
  const saturdays = windows.some(({ hours }) => hours.saturday) ? [SATURDAYS] : [];
  return [EVERY_TIME, ...windows.map(({ code }) => code), ...saturdays];
}

/** The offers that pass a filter of `offerFilters`. */
export function filterOffers(offers: readonly Offer[], filter: string): Offer[] {
  if (filter === EVERY_TIME) return [...offers];
  return offers.filter(({ date, window }) => (filter === SATURDAYS ? weekdayOf(date) === SATURDAY : window === filter));
}

/** Offers grouped by date, in the order they came. */
export function byDay(offers: readonly Offer[]): DayOfOffers[] {
  const days = grouped(offers, ({ date }) => date);
  return [...days].map(([date, ofDay]) => ({ date, offers: ofDay }));
}

/**
 * One page of days that have offers, from the first one on or after `from`; past the end, the last page. `days` is how many make a page.
 * The page at `earlier` is exactly the days before this one, the page at `later` those after it.
 */
export function pageOfDays(offers: readonly Offer[], { from, days: size }: { from?: LocalDate | undefined; days: number }): PageOfDays {
  const days = byDay(offers);
  const found = from === undefined ? 0 : days.findIndex(({ date }) => date >= from);
  const start = found >= 0 ? found : Math.max(0, Math.ceil(days.length / size) - 1) * size;
  const before = start > 0 ? days[Math.max(0, start - size)] : undefined;
  const after = days[start + size];
  return { days: days.slice(start, start + size), ...(before && { earlier: before.date }), ...(after && { later: after.date }) };
}
