import { describe, expect, test } from "vitest";
import { dueBy } from "#app/domain/target.ts";

/** England, around Christmas 2026 and in 2027. */
const BANK_HOLIDAYS = new Set(["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03"]);
const due = (amount: number, unit: "clock-hours" | "working-days" | "calendar-days", raisedAt: string) =>
  dueBy({ amount, unit }, new Date(raisedAt), BANK_HOLIDAYS);

describe("a target in working days: the day of the report is day 0", () => {
  test.each([
    ["a Monday morning and one day", 1, "2026-11-23T09:00:00Z", "2026-11-24"],
    ["a minute before midnight counts as that day", 1, "2026-11-23T23:59:00Z", "2026-11-24"],
    ["midnight in summer is 23:00 UTC: already the next day", 1, "2026-07-20T23:00:00Z", "2026-07-22"],
    ["over a weekend", 5, "2026-11-25T12:00:00Z", "2026-12-02"],
    ["raised on a Saturday: Monday is day 1", 1, "2026-11-28T12:00:00Z", "2026-11-30"],
    ["raised on a bank holiday", 1, "2026-12-25T12:00:00Z", "2026-12-29"],
    [
      "Christmas Eve 2026: Christmas Day, the weekend and the substitute for Boxing Day do not count",
      1,
      "2026-12-24T12:00:00Z",
      "2026-12-29",
    ],
    ["five days over Christmas and New Year", 5, "2026-12-24T12:00:00Z", "2027-01-05"],
    ["Easter 2027 and the spring clock change", 3, "2027-03-25T23:30:00Z", "2027-04-01"],
    ["twenty days over the autumn clock change", 20, "2027-10-15T10:00:00Z", "2027-11-12"],
  ])("%s", (_, amount, raisedAt, dueOn) => {
    expect(due(amount, "working-days", raisedAt)).toEqual({ dueOn, dueAt: null });
  });
});

describe("a target in calendar days", () => {
  test.each([
    ["the day after, also when it is a bank holiday", 1, "2026-12-24T12:00:00Z", "2026-12-25"],
    ["a leap day counts", 1, "2028-02-28T12:00:00Z", "2028-02-29"],
    ["ninety days over both ends of winter time", 90, "2027-01-15T12:00:00Z", "2027-04-15"],
    ["over the spring clock change, raised late", 1, "2027-03-27T23:59:00Z", "2027-03-28"],
    ["after the spring clock change local midnight is 23:00 UTC", 1, "2027-03-28T23:00:00Z", "2027-03-30"],
    ["over the autumn clock change", 1, "2027-10-30T23:30:00Z", "2027-11-01"],
  ])("%s", (_, amount, raisedAt, dueOn) => {
    expect(due(amount, "calendar-days", raisedAt)).toEqual({ dueOn, dueAt: null });
  });
});

describe("a target in clock hours: real hours, and the local date they end on", () => {
  test.each([
    ["a day, to the minute", 24, "2026-11-23T09:30:00Z", "2026-11-24T09:30:00Z", "2026-11-24"],
    ["through Christmas", 24, "2026-12-24T18:00:00Z", "2026-12-25T18:00:00Z", "2026-12-25"],
    [
      "the day clocks go forward is short: 23:30 becomes 00:30 two dates later",
      24,
      "2027-03-27T23:30:00Z",
      "2027-03-28T23:30:00Z",
      "2027-03-29",
    ],
    ["the day clocks go back is long: 00:30 becomes 23:30 the same date", 24, "2027-10-30T23:30:00Z", "2027-10-31T23:30:00Z", "2027-10-31"],
    ["two hours over the hour that is skipped", 2, "2027-03-28T00:30:00Z", "2027-03-28T02:30:00Z", "2027-03-28"],
    ["two hours over the hour that comes twice", 2, "2027-10-31T00:30:00Z", "2027-10-31T02:30:00Z", "2027-10-31"],
    ["past midnight on New Year's Eve", 4, "2026-12-31T22:00:00Z", "2027-01-01T02:00:00Z", "2027-01-01"],
  ])("%s", (_, amount, raisedAt, dueAt, dueOn) => {
    expect(due(amount, "clock-hours", raisedAt)).toEqual({ dueOn, dueAt: new Date(dueAt) });
  });
});
