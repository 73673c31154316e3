import { expect, test } from "vitest";
import {
  asStep,
  mayTakeBack,
  needsOfficerToClose,
  STEPS,
  type Step,
  type StepRefusal,
  stepRefusal,
  stepsOf,
  type VisitStanding,
} from "#app/domain/visit.ts";

const TODAY = "2026-11-26";
const AT = new Date("2026-11-26T09:00:00Z");
const BOOKED: VisitStanding = { status: "booked", date: TODAY, isServed: true, onTheWayAt: null, arrivedAt: null, outcome: null };
const ENDINGS: Step[] = ["done", "no-access", "more-work", "could-not"];
const all = (reason: StepRefusal) => Object.fromEntries(STEPS.map((step) => [step, reason]));

test.each<[string, Partial<VisitStanding>, Step[], Partial<Record<Step, StepRefusal>>]>([
  ["booked for today", {}, [...STEPS], {}],
  ["on the way", { onTheWayAt: AT }, ["arrived", ...ENDINGS], { "on-the-way": "said" }],
  ["arrived", { arrivedAt: AT }, ENDINGS, { "on-the-way": "arrived", arrived: "said" }],
  ["arrived after being on the way", { onTheWayAt: AT, arrivedAt: AT }, ENDINGS, { "on-the-way": "said", arrived: "said" }],
  ["of a day that is over", { date: "2026-11-25" }, ENDINGS, { "on-the-way": "day-over", arrived: "day-over" }],
  ["still to come", { date: "2026-11-27" }, [], all("not-yet")],
  ["unserved", { isServed: false }, ["could-not"], { done: "nobody-comes", "on-the-way": "nobody-comes" }],
  ["unserved, but on the way", { isServed: false, onTheWayAt: AT }, ["arrived", ...ENDINGS], { "on-the-way": "said" }],
  ["done", { status: "done", outcome: "done" }, [], { ...all("ended"), done: "said" }],
  ["ended without access", { status: "done", outcome: "no-access" }, [], { ...all("ended"), "no-access": "said" }],
  ["over, with nothing said", { status: "done" }, [], all("ended")],
  ["cancelled", { status: "cancelled" }, [], all("cancelled")],
])("a visit that is %s can take the steps that follow, and says why not the others", (_, standing, steps, refusals) => {
  const visit = { ...BOOKED, ...standing };
  expect(stepsOf(visit, TODAY)).toEqual(steps);
  for (const [step, reason] of Object.entries(refusals)) expect(stepRefusal(visit, step as Step, TODAY), step).toBe(reason);
});

const TAP = { hazard: null, priority: "routine", problem: "Tap", detail: "Drips" };

test.each<[string, Partial<typeof TAP> | { hazard: string }, boolean]>([
  ["a dripping tap", {}, false],
  ["a hazard of the law", { hazard: "electrical" }, true],
  ["an emergency", { priority: "emergency" }, true],
  ["mould", { problem: "Mould on a wall" }, true],
  ["damp in a detail", { detail: "Damp patch" }, true],
  ["a leak", { detail: "Leaks when you flush it" }, true],
  ["doors, excluding damp", { problem: "Doors, excluding damp" }, false],
])("%s: only an officer says that it is done: %s", (_, danger, isOfficers) => {
  expect(needsOfficerToClose({ ...TAP, ...danger })).toBe(isOfficers);
});

test("a step is read by its name alone", () => {
  expect(STEPS.map(asStep)).toEqual(STEPS);
  for (const name of ["", "constructor", "Done", undefined, ["done"]]) expect(asStep(name)).toBeUndefined();
});

const SAID = { outcome: "done", date: TODAY, purpose: "repair", repairStatus: "done", others: [] } as const;

test.each<[string, Partial<Parameters<typeof mayTakeBack>[0]>, boolean]>([
  ["ended today", {}, true],
  ["ended today, with another kind of visit to come", { others: ["investigation"] }, true],
  ["ended today, with another one promised in its place", { others: ["repair"] }, false],
  ["needs more work, not booked", { outcome: "more-work" }, true],
  ["needs more work, booked", { outcome: "more-work", others: ["further work"] }, false],
  ["ended yesterday", { date: "2026-11-25" }, false],
  ["not ended", { outcome: undefined }, false],
  ["of a repair that was cancelled", { repairStatus: "cancelled" }, false],
])("what was said of a visit that %s can be taken back or not", (_, changed, isAllowed) => {
  expect(mayTakeBack({ ...SAID, ...changed }, TODAY)).toBe(isAllowed);
});
