import { expect, test } from "vitest";
import type { Way } from "#app/domain/offers.ts";
import { type Candidate, isTied, preferSlots } from "#app/domain/slot-choice.ts";

const slot = (operativeId: string, window: string, { place = 1, trades = 1 } = {}): Candidate => {
  return { id: `${operativeId} ${window} ${place}`, operativeId, window, place, trades };
};
const ids = (candidates: Candidate[], ways: Way[], jobs?: Record<string, number>) =>
  preferSlots(candidates, ways, jobs && new Map(Object.entries(jobs))).map((set) => set.map((each) => each?.id).join(" + "));
const MORNING: Way[] = [["morning"]];
const TWO: Way[] = [
  ["morning", "morning"],
  ["morning", "afternoon"],
];

test("who has fewest other trades comes first, however near another is", () => {
  const candidates = [slot("ann", "morning", { trades: 3 }), slot("bob", "morning", { trades: 1 }), slot("cat", "morning", { trades: 2 })];
  expect(ids(candidates, MORNING, { ann: 9 })).toEqual(["bob morning 1", "cat morning 1", "ann morning 1"]);
});

test("of as many trades, who has most jobs in the patch that day; then by id", () => {
  const candidates = ["dan", "cat", "bob", "ann"].map((operative) => slot(operative, "morning"));
  expect(ids(candidates, MORNING, { cat: 2, dan: 3 })).toEqual(["dan", "cat", "ann", "bob"].map((operative) => `${operative} morning 1`));
});

test("the order in which slots are found does not matter", () => {
  const candidates = [slot("ann", "morning", { place: 2 }), slot("ann", "morning"), slot("bob", "morning", { place: 3 })];
  expect(ids(candidates, MORNING)).toEqual(ids(candidates.toReversed(), MORNING));
  expect(ids(candidates, MORNING)).toEqual(["ann morning 1", "bob morning 3"]);
});

test("an operative's own slots of the window come before those that may serve it", () => {
  const candidates = [slot("ann", "morning"), slot("ann", "school-hours")];
  expect(ids(candidates, [["school-hours"], ["morning"]])).toEqual(["ann school-hours 1"]);
});

test.each([
  ["two in one window", [slot("ann", "morning"), slot("ann", "morning", { place: 2 })], ["ann morning 1 + ann morning 2"]],
  ["two that follow", [slot("ann", "afternoon"), slot("ann", "morning")], ["ann morning 1 + ann afternoon 1"]],
  ["one each of two operatives", [slot("ann", "morning"), slot("bob", "afternoon")], []],
  ["only the second", [slot("ann", "afternoon"), slot("ann", "afternoon", { place: 2 })], []],
])("two visits: %s", (_, candidates, expected) => {
  expect(ids(candidates, TWO)).toEqual(expected);
});

test("the day's jobs are needed only between equals", () => {
  const [many, one, other] = [slot("ann", "morning", { trades: 2 }), slot("bob", "morning"), slot("cat", "morning")];
  expect(isTied(preferSlots([many, one], MORNING))).toBe(false);
  expect(isTied(preferSlots([many, one, other], MORNING))).toBe(true);
  expect(isTied(preferSlots([one], MORNING))).toBe(false);
  expect(isTied([])).toBe(false);
});
