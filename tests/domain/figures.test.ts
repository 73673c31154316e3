import { describe, expect, test } from "vitest";
import { FIGURES, medianWait, type PeriodUnit, periodsFrom, scaleTop, type Tally, tallyPeriods, valuesOf } from "#app/domain/figures.ts";

const shown = (unit: PeriodUnit, date: string, later: number) =>
  periodsFrom({ unit, date, later, count: 2 })
    .map(({ first, last }) => `${first} to ${last}`)
    .join(", ");

test.each<[PeriodUnit, string, number, string]>([
  ["week", "2026-11-23", 0, "2026-11-23 to 2026-11-29, 2026-11-30 to 2026-12-06"],
  ["week", "2026-11-29", -1, "2026-11-16 to 2026-11-22, 2026-11-23 to 2026-11-29"],
  ["week", "2027-01-01", 0, "2026-12-28 to 2027-01-03, 2027-01-04 to 2027-01-10"],
  ["month", "2026-12-31", 0, "2026-12-01 to 2026-12-31, 2027-01-01 to 2027-01-31"],
  ["month", "2028-03-15", -13, "2027-02-01 to 2027-02-28, 2027-03-01 to 2027-03-31"],
  ["month", "2028-01-01", 1, "2028-02-01 to 2028-02-29, 2028-03-01 to 2028-03-31"],
])("two periods by %s from %s, %i later, are %s", (unit, date, later, expected) => {
  expect(shown(unit, date, later)).toBe(expected);
});

/** Repairs that wait so many days, each a number of times. */
const waits = (...all: [days: number, repairs: number][]) =>
  all.map(([days, repairs]) => ({ date: "2026-11-01", visitOn: `2026-11-${String(1 + days).padStart(2, "0")}`, repairs }));

test.each([
  [[], null],
  [waits([4, 1]), 4],
  [waits([9, 1], [1, 1]), 5],
  [waits([1, 1], [9, 1], [2, 1]), 2],
  [waits([1, 1], [2, 3]), 2],
  [waits([7, 2], [2, 2]), 4.5],
  [waits([3, 5], [20, 1]), 3],
])("the median of %j is %j days", (all, expected) => {
  expect(medianWait(all)).toBe(expected);
});

test.each([
  [[], 2],
  [[null, 0], 2],
  [[1.3], 2],
  [[4, 3], 4],
  [[5], 6],
  [[8], 8],
  [[9], 10],
  [[10], 20],
  [[520, 11], 600],
])("the scale of %j ends at %d", (values, expected) => {
  expect(scaleTop(values)).toBe(expected);
});

const none = tallyPeriods([{ first: "2026-11-23", last: "2026-11-29" }], { days: [], waits: [], today: "2026-11-25" })[0] as Tally;
const valuesIn = (name: string, tally: Partial<Tally>) => {
  const figure = FIGURES.find((each) => each.name === name);
  return figure && valuesOf(figure, { ...none, ...tally });
};

describe("figures of a period", () => {
  test.each([
    ["slots", { offered: 8, booked: 4, used: 2 }, [8, 4, 2]],
    ["slots", { offered: 8, booked: 4, used: 0, hasBegun: false }, [8, 4, null]],
    ["slots", {}, [null, null, null]],
    ["wait", { waits: waits([2, 3], [4, 1]) }, [4, 2]],
    ["wait", {}, [null, null]],
    ["noAccess", { visits: 8, noAccess: 2 }, [8, 2, 0.25]],
    ["noAccess", { visits: 8 }, [8, 0, 0]],
    ["noAccess", {}, [null, null, null]],
    ["online", { online: 3, phone: 1 }, [3, 1, 0.75]],
    ["online", { phone: 1 }, [0, 1, 0]],
    ["online", {}, [null, null, null]],
    ["moves", { moved: 3 }, [3]],
    ["moves", {}, [0]],
    ["moves", { hasBegun: false }, [null]],
    ["visitsEach", { repairsDone: 4, visitsOfDone: 5 }, [4, 5, 1.25]],
    ["visitsEach", {}, [null, null, null]],
    ["emergency", { emergencies: 2, emergenciesInTarget: 1 }, [2, 1, 0.5]],
    ["emergency", { routine: 2 }, [null, null, null]],
    ["routine", { routine: 2, routineInTarget: 2 }, [2, 2, 1]],
    ["routine", { emergencies: 2 }, [null, null, null]],
  ])("%s of %j are %j, and nothing is never a rate", (name, tally, expected) => {
    expect(valuesIn(name, tally)).toEqual(expected);
  });

  test("add up the days that are in them, and no others", () => {
    const periods = periodsFrom({ unit: "week", date: "2026-11-23", later: -1, count: 3 });
    const days = ["2026-11-15", "2026-11-16", "2026-11-22", "2026-11-23", "2026-12-07"].map((date, at) => ({
      date,
      online: 10 ** at,
      phone: 1,
    }));
    const tallies = tallyPeriods(periods, { days: [...days, { date: "2026-11-16", moved: 2 }], waits: waits([1, 1]), today: "2026-11-23" });
    expect(tallies.map(({ online, phone, moved, hasBegun }) => [online, phone, moved, hasBegun])).toEqual([
      [110, 2, 2, true],
      [1000, 1, 0, true],
      [0, 0, 0, false],
    ]);
    expect(tallies.flatMap((tally) => tally.waits)).toEqual([]);
  });
});
