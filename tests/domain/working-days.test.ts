import { expect, test } from "vitest";
import { addWorkingDays, isWorkingDay } from "#app/domain/working-days.ts";

const CHRISTMAS = new Set(["2026-12-25", "2026-12-28", "2027-01-01"]);

test.each([
  ["2026-12-24", true, "a Thursday"],
  ["2026-12-25", false, "Christmas Day"],
  ["2026-12-26", false, "a Saturday"],
  ["2026-12-27", false, "a Sunday"],
  ["2026-12-28", false, "the substitute for Boxing Day"],
  ["2026-12-29", true, "a Tuesday"],
])("%s is a working day: %s (%s)", (date, expected) => {
  expect(isWorkingDay(date, CHRISTMAS)).toBe(expected);
});

test.each([
  ["2026-12-24", 0, "2026-12-24"],
  ["2026-12-27", 0, "2026-12-27"],
  ["2026-12-24", 1, "2026-12-29"],
  ["2026-12-24", 3, "2026-12-31"],
  ["2026-12-24", 4, "2027-01-04"],
  ["2026-12-26", 1, "2026-12-29"],
  ["2027-03-26", 1, "2027-03-29"],
])("%s and %i working days is %s", (date, days, expected) => {
  expect(addWorkingDays(date, days, CHRISTMAS)).toBe(expected);
});

test("every step is to the next working day, through a year", () => {
  let date = "2026-12-24";
  for (let step = 0; step < 250; step++) {
    const next = addWorkingDays(date, 1, CHRISTMAS);
    expect(isWorkingDay(next, CHRISTMAS)).toBe(true);
    expect(next > date).toBe(true);
    date = next;
  }
  expect(date).toBe(addWorkingDays("2026-12-24", 250, CHRISTMAS));
});
