import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, instantAt, isLocalDate, localDate, localTime, weekdayOf } from "#app/domain/local-date.ts";

describe("the local date and time in the United Kingdom", () => {
  test.each([
    ["2027-01-15T23:59:00Z", "2027-01-15", "23:59"],
    ["2027-07-15T22:59:00Z", "2027-07-15", "23:59"],
    ["2027-07-15T23:00:00Z", "2027-07-16", "00:00"],
    ["2027-03-28T00:59:00Z", "2027-03-28", "00:59"],
    ["2027-03-28T01:00:00Z", "2027-03-28", "02:00"],
    ["2027-10-31T00:30:00Z", "2027-10-31", "01:30"],
    ["2027-10-31T01:30:00Z", "2027-10-31", "01:30"],
    ["2027-10-31T23:30:00Z", "2027-10-31", "23:30"],
    ["2027-12-31T23:59:59Z", "2027-12-31", "23:59"],
  ])("%s is %s %s", (instant, date, time) => {
    expect(localDate(new Date(instant))).toBe(date);
    expect(localTime(new Date(instant))).toBe(time);
  });
});

describe("the instant of a local date and time", () => {
  test.each([
    ["2027-01-15", "08:00", "2027-01-15T08:00:00Z"],
    ["2027-07-15", "08:00", "2027-07-15T07:00:00Z"],
    ["2027-03-28", "00:30", "2027-03-28T00:30:00Z"],
    ["2027-03-28", "01:30", "2027-03-28T01:30:00Z"],
    ["2027-03-28", "08:00", "2027-03-28T07:00:00Z"],
    ["2027-10-31", "08:00", "2027-10-31T08:00:00Z"],
    ["2027-10-31", "00:30", "2027-10-30T23:30:00Z"],
  ])("%s %s is %s", (date, time, instant) => {
    expect(instantAt(date, time)).toEqual(new Date(instant));
  });

  test("is read back as the same date and time on every day of 2027", () => {
    for (let date = "2027-01-01"; date <= "2027-12-31"; date = addDays(date, 1)) {
      for (const time of ["00:00", "08:00", "17:30", "23:59"]) {
        const instant = instantAt(date, time);
        expect([localDate(instant), localTime(instant)]).toEqual([date, time]);
      }
    }
  });
});

test.each([
  ["2027-03-27", 1, "2027-03-28"],
  ["2027-03-28", 1, "2027-03-29"],
  ["2027-10-31", 1, "2027-11-01"],
  ["2027-01-01", -1, "2026-12-31"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2027-01-01", 365, "2028-01-01"],
])("%s and %i days is %s, and back", (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
  expect(addDays(expected, -days)).toBe(date);
  expect(daysBetween(date, expected)).toBe(days);
});

test.each([
  ["2026-11-23", 1],
  ["2026-11-28", 6],
  ["2026-11-29", 7],
  ["2027-03-28", 7],
])("the weekday of %s is %i", (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});

test.each([
  ["2026-11-26", true],
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2026-11-31", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["26/11/2026", false],
  ["", false],
  ["2026-11-26 ", false],
])("%j is a date: %s", (text, expected) => {
  expect(isLocalDate(text)).toBe(expected);
});

/** Zones where a day begins at 01:00 (Havana, in spring), is far ahead of ours (Kiritimati), or was left out (Apia, 30 December 2011). */
test.each(["America/Havana", "Pacific/Kiritimati", "Pacific/Apia"])("a server in %s counts the same dates", (TZ) => {
  const script = `
    import { addDays, daysBetween, instantAt, localDate, weekdayOf } from "#app/domain/local-date.ts";
    let date = "2011-12-01", seen = [];
    for (let n = 0; n < 60; n++) { seen.push(date, weekdayOf(date)); date = addDays(date, 1); }
    date = "2027-03-01";
    for (let n = 0; n < 260; n++) { seen.push(date, daysBetween("2027-03-01", date), localDate(instantAt(date, "00:00"))); date = addDays(date, 1); }
    console.log(seen.join());`;
  const seenIn = (zone: string) =>
    execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
  expect(seenIn(TZ)).toBe(seenIn("Europe/London"));
});
