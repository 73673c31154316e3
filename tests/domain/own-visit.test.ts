import { addMinutes } from "date-fns";
import { describe, expect, test } from "vitest";
import { instantAt } from "#app/domain/local-date.ts";
import { moveRefusal, ownState, visitFreedom } from "#app/domain/own-visit.ts";
import { storyOf } from "#app/domain/repair-story.ts";

const DATE = "2026-11-26";
const visit = { status: "booked", date: DATE, starts: "08:00", onTheWayAt: null, arrivedAt: null, outcome: null };
const CHANGES = { cutOffMinutes: 60, mostMoves: 3 };
const at = (time: string, date = DATE) => instantAt(date, time);

describe("what a tenant may still change of a visit", () => {
  test.each([
    ["free", {}, at("06:59")],
    ["late", {}, at("07:00")],
    ["late", {}, at("23:59")],
    ["late", { onTheWayAt: at("06:00") }, at("06:30")],
    ["closed", { arrivedAt: at("07:50") }, at("07:55")],
    ["closed", { outcome: "no-access" }, at("06:00")],
    ["closed", { status: "cancelled" }, at("06:00")],
    ["closed", {}, at("00:00", "2026-11-27")],
    ["free", { starts: "01:30", date: "2026-10-25" }, at("00:29", "2026-10-25")],
  ] as const)("%s", (freedom, changed, now) => {
    expect(visitFreedom({ ...visit, ...changed }, CHANGES, now)).toBe(freedom);
  });

  test.each([
    [undefined, 2, at("06:59")],
    ["too-often", 3, at("06:59")],
    ["late", 3, at("07:00")],
    ["closed", 0, at("00:00", "2026-11-27")],
  ] as const)("to move it: %s after %i", (refusal, moved, now) => {
    expect(moveRefusal(visit, moved, CHANGES, now)).toBe(refusal);
  });

  test("to move one that nobody can come to: nothing, until it is over", () => {
    const unserved = { ...visit, isServed: false };
    expect(moveRefusal(unserved, 3, CHANGES, at("07:30"))).toBeUndefined();
    expect(moveRefusal(unserved, 0, CHANGES, at("00:00", "2026-11-27"))).toBe("closed");
  });
});

test.each([
  ["open", [], "waiting", undefined],
  ["open", ["cancelled 2026-11-26"], "waiting", undefined],
  ["open", ["booked 2026-11-30", "booked 2026-11-26", "done 2026-11-23"], "coming", "2026-11-26"],
  ["open", ["booked 2026-11-30", "booked 2026-11-20"], "coming", "2026-11-30"],
  ["open", ["booked 2026-11-20"], "past", "2026-11-20"],
  ["done", ["done 2026-11-20"], "done", undefined],
  ["cancelled", ["cancelled 2026-11-26"], "cancelled", undefined],
])("a repair that is %s with %j is %s", (status, promises, state, date) => {
  const visits = promises.map((promise) => ({ status: promise.split(" ")[0] ?? "", date: promise.split(" ")[1] ?? "" }));
  const found = ownState(status, visits, "2026-11-24");
  expect([found.state, found.visit?.date]).toEqual([state, date]);
});

test("tells what concerns the tenant, in order, and nothing of how staff work", () => {
  const event = (what: string, minutes: number, after: Record<string, string> | null = null) => ({
    ...{ at: addMinutes(at("09:00"), minutes), what, before: null, after },
  });
  const events = [
    event("booked", 0, { date: DATE, window: "morning" }),
    event("reported", 0),
    event("given to another operative", 1, { operativeId: "ann" }),
    event("constructor", 1),
    event("appointment moved", 3, { date: "2026-11-27", window: "afternoon" }),
  ];
  const story = storyOf(events, [addMinutes(at("09:00"), 2)]);
  expect(story.map(({ step, date }) => [step, date])).toEqual([
    ["reported", undefined],
    ["booked", DATE],
    ["reminded", undefined],
    ["moved", "2026-11-27"],
  ]);
});
