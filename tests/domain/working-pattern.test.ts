import { describe, expect, test } from "vitest";
import { replacePatterns, weeksFrom } from "#app/domain/working-pattern.ts";

const row = { operativeId: "sam", weekday: 1, window: "morning", visits: 2, fromDate: "2026-01-05", untilDate: null, everyWeeks: 1 };
const monday = { weekday: 1, window: "morning", visits: 1 };
const next = { operativeId: "sam", fromDate: "2026-11-30", untilDate: null, weeks: [[monday]] };
const added = { ...row, visits: 1, fromDate: "2026-11-30" };

describe("a new pattern", () => {
  test.each([
    { what: "ends what is worked the day before", old: row, ended: "2026-11-29", removed: false, rows: [added] },
    { what: "takes the place of what begins later", old: { ...row, fromDate: "2026-12-07" }, removed: true, rows: [added] },
    { what: "leaves what is over", old: { ...row, untilDate: "2026-11-29" }, removed: false, rows: [added] },
  ])("$what", ({ old, ended, removed, rows }) => {
    expect(replacePatterns([{ id: "old", ...old }], next)).toEqual({
      ended: ended ? [{ id: "old", untilDate: ended }] : [],
      removed: removed ? ["old"] : [],
      added: rows,
    });
  });

  test("until a date lets the old one go on after it, and leaves later plans alone", () => {
    const plan = { ...row, id: "plan", fromDate: "2026-12-14", visits: 3 };
    const old = { ...row, id: "old", untilDate: "2026-12-13" };
    expect(replacePatterns([old, plan], { ...next, untilDate: "2026-12-06" })).toEqual({
      ended: [{ id: "old", untilDate: "2026-11-29" }],
      removed: [],
      added: [
        { ...row, fromDate: "2026-12-07", untilDate: "2026-12-13" },
        { ...added, untilDate: "2026-12-06" },
      ],
    });
  });

  test("of two weeks begins the second on the next Monday; weeks that took turns keep theirs after a break", () => {
    const weeks = [[monday], [{ ...monday, visits: 4 }]];
    const { added: two } = replacePatterns([], { ...next, fromDate: "2026-12-02", weeks });
    expect(two.map(({ fromDate, visits, everyWeeks }) => [fromDate, visits, everyWeeks])).toEqual([
      ["2026-12-02", 1, 2],
      ["2026-12-07", 4, 2],
    ]);
    const turns = { ...row, id: "turns", everyWeeks: 2, fromDate: "2026-11-23" };
    const { added: resumed } = replacePatterns([turns], { ...next, untilDate: "2026-12-01" });
    expect(resumed[0]).toMatchObject({ fromDate: "2026-12-07", everyWeeks: 2 });
  });

  test("without visits is nothing at all", () => {
    expect(replacePatterns([], { ...next, weeks: [[{ ...monday, visits: 0 }]] }).added).toEqual([]);
  });
});

test("the weeks of a date are what is worked in it and in the next", () => {
  const turns = [
    { ...row, everyWeeks: 2, fromDate: "2026-11-23" },
    { ...row, weekday: 2, everyWeeks: 2, fromDate: "2026-11-30" },
    { ...row, weekday: 3, untilDate: "2026-11-22" },
    { ...row, weekday: 4 },
  ];
  expect(weeksFrom(turns, "2026-11-25").map((week) => week.map(({ weekday }) => weekday))).toEqual([
    [1, 4],
    [2, 4],
  ]);
});
