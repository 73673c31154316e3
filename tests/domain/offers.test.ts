import { describe, expect, test } from "vitest";
import { byDay, filterOffers, offerFilters, pageOfDays } from "#app/domain/offer-pages.ts";
import { type FreeSlots, isBookable, type Offer, offerKey, offersFrom, parseOfferKey, waysToServe } from "#app/domain/offers.ts";
import type { ArrivalWindow } from "#app/domain/rules.ts";
import { RULES } from "#tests/support/calendar.ts";

const { windows } = RULES;
const [THURSDAY, FRIDAY, SATURDAY, SUNDAY] = ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"] as const;
const free = (date: string, window: string, operativeId = "ann", count = 1): FreeSlots => ({ date, window, operativeId, free: count });
const keys = (slots: FreeSlots[], { visits = 1, of = windows }: { visits?: number; of?: ArrivalWindow[] } = {}) =>
  offersFrom(slots, { windows: of, visits, dueOn: "2026-12-31" }).map(offerKey);
const withServedBy = (code: string, servedBy: string[]) =>
  windows.map((window) => (window.code === code ? { ...window, servedBy } : window));
const daily = (code: string, from: string, to: string): ArrivalWindow => ({
  code,
  name: { en: code },
  hours: { thursday: { from, to } },
  servedBy: [],
});

describe("one visit", () => {
  test.each([
    ["a morning slot serves the morning, all day and school hours", [free(THURSDAY, "morning")], ["morning", "all-day", "school-hours"]],
    ["an afternoon slot serves the afternoon too", [free(THURSDAY, "afternoon")], ["all-day", "school-hours", "afternoon"]],
    ["a school-hours slot serves no morning", [free(THURSDAY, "school-hours")], ["all-day", "school-hours"]],
    ["an all-day slot serves nothing narrower", [free(THURSDAY, "all-day")], ["all-day"]],
    ["none free", [free(THURSDAY, "morning", "ann", 0)], []],
    ["a window that nobody knows", [free(THURSDAY, "evening")], []],
    ["nothing", [], []],
  ])("%s", (_, slots, expected) => {
    expect(keys(slots)).toEqual(expected.map((window) => `${THURSDAY}.${window}`));
  });

  test("only windows worked that weekday, with that weekday's hours", () => {
    const offers = offersFrom([free(SATURDAY, "morning"), free(SUNDAY, "morning"), free(FRIDAY, "afternoon")], {
      windows,
      visits: 1,
      dueOn: FRIDAY,
    });
    expect(offers.map(({ date, window, from, to }) => `${date} ${window} ${from}-${to}`)).toEqual([
      `${FRIDAY} all-day 08:00-15:30`,
      `${FRIDAY} school-hours 09:30-14:30`,
      `${FRIDAY} afternoon 12:00-15:30`,
      `${SATURDAY} morning 09:00-12:00`,
    ]);
  });

  test("earliest first, whatever order the slots come in", () => {
    const slots = [free(FRIDAY, "morning"), free(THURSDAY, "afternoon", "bob"), free(THURSDAY, "morning", "cat")];
    expect(keys(slots)).toEqual([
      ...["morning", "all-day", "school-hours", "afternoon"].map((window) => `${THURSDAY}.${window}`),
      ...["morning", "all-day", "school-hours"].map((window) => `${FRIDAY}.${window}`),
    ]);
  });

  test("says what comes after the target", () => {
    const offers = offersFrom([free(THURSDAY, "morning"), free(FRIDAY, "morning")], { windows, visits: 1, dueOn: THURSDAY });
    expect(byDay(offers).map((day) => [day.date, ...new Set(day.offers.map(({ isBeyondTarget }) => isBeyondTarget))])).toEqual([
      [THURSDAY, false],
      [FRIDAY, true],
    ]);
  });

  test("needs no operative named", () => {
    expect(keys([{ date: THURSDAY, window: "afternoon", free: 3 }])).toContain(`${THURSDAY}.afternoon`);
  });
});

describe("two visits: two slots of one operative on one date, promised as the first one's window", () => {
  const only = withServedBy("school-hours", []).map((window) => ({ ...window, servedBy: [] }));
  test.each([
    ["one slot is not enough", [free(THURSDAY, "morning")], []],
    ["two in one window", [free(THURSDAY, "morning", "ann", 2)], ["morning"]],
    ["two that follow", [free(THURSDAY, "morning"), free(THURSDAY, "afternoon")], ["morning"]],
    ["two in each", [free(THURSDAY, "morning", "ann", 2), free(THURSDAY, "afternoon", "ann", 2)], ["morning", "afternoon"]],
    ["one each of two operatives", [free(THURSDAY, "morning", "ann"), free(THURSDAY, "afternoon", "bob")], []],
    ["the same window of two operatives", [free(THURSDAY, "morning", "ann"), free(THURSDAY, "morning", "bob")], []],
    ["one each of two dates", [free(THURSDAY, "morning"), free(FRIDAY, "afternoon")], []],
    ["a morning and an all-day slot, which lie over each other", [free(THURSDAY, "morning"), free(THURSDAY, "all-day")], []],
    ["a morning and a later overlapping one", [free(THURSDAY, "morning"), free(THURSDAY, "school-hours")], ["morning"]],
  ])("%s", (_, slots, expected) => {
    expect(keys(slots, { visits: 2, of: only })).toEqual(expected.map((window) => `${THURSDAY}.${window}`));
  });

  test("a wider window is served by two narrower slots", () => {
    expect(keys([free(THURSDAY, "morning"), free(THURSDAY, "afternoon")], { visits: 2 })).toEqual(
      ["morning", "all-day", "school-hours"].map((window) => `${THURSDAY}.${window}`),
    );
  });

  test("windows with another between them do not follow each other", () => {
    const three = [daily("early", "08:00", "10:00"), daily("middle", "10:00", "12:00"), daily("late", "12:00", "14:00")];
    expect(waysToServe(three, { date: THURSDAY, window: "early" }, 2)).toEqual([
      ["early", "early"],
      ["early", "middle"],
    ]);
    expect(waysToServe(three, { date: THURSDAY, window: "late" }, 2)).toEqual([["late", "late"]]);
  });
});

test("an offer's key is read back, and nothing else is", () => {
  expect(parseOfferKey(offerKey({ date: THURSDAY, window: "school-hours" }))).toEqual({ date: THURSDAY, window: "school-hours" });
  for (const text of [
    "",
    "morning",
    "2026-11-31.morning",
    `${THURSDAY}.`,
    `${THURSDAY}.Morning`,
    `${THURSDAY}.morning `,
    `${THURSDAY}.morning\n`,
  ])
    expect(parseOfferKey(text), text).toBeUndefined();
});

test.each([
  ["2026-11-23", "morning", false, "today, with one day's lead"],
  ["2026-11-24", "morning", true, "the first day"],
  ["2027-01-22", "morning", true, "the last day"],
  ["2027-01-25", "morning", false, "past the horizon"],
  ["2026-11-28", "afternoon", false, "not worked on Saturdays"],
  ["2026-11-24", "evening", false, "no such window"],
])("%s %s can be booked: %s (%s)", (date, window, expected) => {
  expect(isBookable({ date, window }, RULES, "2026-11-23")).toBe(expected);
});

describe("pages", () => {
  const offers = Array.from({ length: 25 }, (_, at): Offer[] => {
    const date = `2026-12-${String(at + 1).padStart(2, "0")}`;
    return ["morning", "afternoon"].map((window) => ({
      date,
      window,
      name: { en: window },
      from: "08:00",
      to: "13:00",
      isBeyondTarget: false,
    }));
  }).flat();
  const datesOf = (from?: string) => pageOfDays(offers, { from, days: 10 }).days.map(({ date }) => date);

  test("ten days each, and paging back shows exactly the days before", () => {
    const first = pageOfDays(offers, { days: 10 });
    expect([first.days.length, first.earlier, first.later]).toEqual([10, undefined, "2026-12-11"]);
    const second = pageOfDays(offers, { from: first.later, days: 10 });
    const third = pageOfDays(offers, { from: second.later, days: 10 });
    expect([third.days.length, third.later]).toEqual([5, undefined]);
    expect(datesOf(third.earlier)).toEqual(second.days.map(({ date }) => date));
    expect(datesOf(second.earlier)).toEqual(first.days.map(({ date }) => date));
  });

  test.each([
    ["the past", "2020-01-01", "2026-12-01", 10],
    ["a date in between", "2026-12-04", "2026-12-04", 10],
    ["past the end: the last page", "2030-01-01", "2026-12-21", 5],
  ])("from %s", (_, from, first, count) => {
    expect([datesOf(from)[0], datesOf(from).length]).toEqual([first, count]);
  });

  test("a day has all its offers", () => {
    expect(pageOfDays(offers, { days: 1 }).days[0]?.offers.map(({ window }) => window)).toEqual(["morning", "afternoon"]);
  });

  test("no offers make no page", () => {
    expect(pageOfDays([], { from: "2026-12-01", days: 10 })).toEqual({ days: [] });
  });
});

describe("filters", () => {
  const offers = offersFrom([free(FRIDAY, "morning"), free(FRIDAY, "afternoon"), free(SATURDAY, "morning")], {
    windows,
    visits: 1,
    dueOn: FRIDAY,
  });
  test("are the landlord's windows, and Saturdays where any are worked", () => {
    expect(offerFilters(windows)).toEqual(["any", "morning", "afternoon", "school-hours", "all-day", "saturdays"]);
    expect(offerFilters([daily("early", "08:00", "10:00")])).toEqual(["any", "early"]);
  });

  test.each([
    ["any", offers.length],
    ["morning", 2],
    ["afternoon", 1],
    ["school-hours", 1],
    ["saturdays", 1],
    ["evening", 0],
  ])("%s leaves %i", (filter, count) => {
    expect(filterOffers(offers, filter).length).toBe(count);
  });
});
