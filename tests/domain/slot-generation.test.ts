import { describe, expect, test } from "vitest";
import type { ArrivalWindow } from "#app/domain/rules.ts";
import { datesFrom, slotsOn, type WorkingPattern } from "#app/domain/slot-generation.ts";

const weekdays = (from: string, to: string) =>
  Object.fromEntries(["monday", "tuesday", "wednesday", "thursday"].map((day) => [day, { from, to }]));
const windows: ArrivalWindow[] = [
  {
    code: "morning",
    name: { en: "Morning" },
    hours: { ...weekdays("08:00", "13:00"), saturday: { from: "09:00", to: "12:00" } },
    servedBy: [],
  },
  {
    code: "afternoon",
    name: { en: "Afternoon" },
    hours: { ...weekdays("12:00", "17:00"), friday: { from: "12:00", to: "15:30" } },
    servedBy: [],
  },
];
const MONDAY = "2027-03-22";
const pattern = (changes: Partial<WorkingPattern> = {}): WorkingPattern => ({
  operativeId: "sam",
  weekday: 1,
  window: "morning",
  visits: 2,
  fromDate: "2027-01-01",
  untilDate: null,
  everyWeeks: 1,
  ...changes,
});
const on = (date: string, patterns: WorkingPattern[], bankHolidays: string[] = []) =>
  slotsOn(date, { patterns, windows, bankHolidays: new Set(bankHolidays) });

describe("the visits of a date", () => {
  test("are as many as the pattern says, one place each, with the window's times", () => {
    const visit = { operativeId: "sam", date: MONDAY, window: "morning", starts: "08:00", ends: "13:00" };
    const worked = { open: true, withdrawn: false, reason: null, changeId: null };
    expect(on(MONDAY, [pattern()])).toEqual([
      { ...visit, place: 1, ...worked },
      { ...visit, place: 2, ...worked },
    ]);
  });

  test("are withdrawn from the start where their operative is away", () => {
    const span = { fromDate: MONDAY, untilDate: MONDAY, starts: "07:00", ends: "09:00", window: null };
    const closings = [{ ...span, operativeIds: new Set(["sam"]), reason: "Off sick", changeId: "c1" }];
    const patterns = [pattern({ visits: 1 }), pattern({ window: "afternoon", visits: 1 }), pattern({ operativeId: "bea", visits: 1 })];
    const made = slotsOn(MONDAY, { patterns, windows, bankHolidays: new Set(), closings });
    expect(made.map(({ operativeId, open, withdrawn, reason, changeId }) => [operativeId, open, withdrawn, reason, changeId])).toEqual([
      ["sam", false, true, "Off sick", "c1"],
      ["sam", true, false, null, null],
      ["bea", true, false, null, null],
    ]);
  });

  test.each([
    { fromDate: "2027-03-15", weeks: [true, false, true, false] },
    { fromDate: "2027-03-19", weeks: [false, false, true, false] },
    { fromDate: "2027-03-22", weeks: [false, true, false, true] },
  ])("every other week count from the week of $fromDate", ({ fromDate, weeks }) => {
    const mondays = ["2027-03-15", "2027-03-22", "2027-03-29", "2027-04-05"];
    expect(mondays.map((monday) => on(monday, [pattern({ fromDate, everyWeeks: 2 })]).length > 0)).toEqual(weeks);
  });

  test.each([
    { what: "another weekday", date: "2027-03-23", changes: {}, visits: 0 },
    { what: "the first day of the pattern", date: MONDAY, changes: { fromDate: MONDAY }, visits: 2 },
    { what: "the day before it", date: MONDAY, changes: { fromDate: "2027-03-23" }, visits: 0 },
    { what: "its last day", date: MONDAY, changes: { untilDate: MONDAY }, visits: 2 },
    { what: "the day after its last", date: MONDAY, changes: { untilDate: "2027-03-21" }, visits: 0 },
    { what: "a weekday its window is not worked", date: "2027-03-26", changes: { weekday: 5 }, visits: 0 },
    { what: "a window that no longer exists", date: MONDAY, changes: { window: "evening" }, visits: 0 },
    { what: "no visits", date: MONDAY, changes: { visits: 0 }, visits: 0 },
  ])("on $what: $visits", ({ date, changes, visits }) => {
    expect(on(date, [pattern(changes)])).toHaveLength(visits);
  });

  test("take the times of the weekday", () => {
    expect(on("2027-03-27", [pattern({ weekday: 6, visits: 1 })])).toMatchObject([{ starts: "09:00", ends: "12:00" }]);
    expect(on("2027-03-26", [pattern({ weekday: 5, window: "afternoon", visits: 1 })])).toMatchObject([{ starts: "12:00", ends: "15:30" }]);
  });

  test("are none on a bank holiday, and only there", () => {
    expect(on(MONDAY, [pattern()], [MONDAY])).toEqual([]);
    expect(on(MONDAY, [pattern()], ["2027-03-23"])).toHaveLength(2);
  });

  test.each([
    { change: "forward", sunday: "2027-03-28", monday: "2027-03-29" },
    { change: "back", sunday: "2027-10-31", monday: "2027-11-01" },
  ])("keep their local times over the clock change $change", ({ sunday, monday }) => {
    expect(on(sunday, [pattern({ weekday: 7 })])).toEqual([]);
    expect(on(monday, [pattern({ visits: 1 })])).toMatchObject([{ date: monday, starts: "08:00", ends: "13:00" }]);
  });
});

describe("a range of dates", () => {
  test.each([
    { from: "2027-03-27", to: "2027-03-30", dates: ["2027-03-27", "2027-03-28", "2027-03-29"] },
    { from: "2027-10-30", to: "2027-11-01", dates: ["2027-10-30", "2027-10-31"] },
    { from: "2028-02-28", to: "2028-03-01", dates: ["2028-02-28", "2028-02-29"] },
    { from: "2026-12-31", to: "2027-01-02", dates: ["2026-12-31", "2027-01-01"] },
    { from: "2027-03-27", to: "2027-03-27", dates: [] },
    { from: "2027-03-28", to: "2027-03-27", dates: [] },
  ])("$from to $to, the last left out", ({ from, to, dates }) => {
    expect(datesFrom(from, to)).toEqual(dates);
  });
});
