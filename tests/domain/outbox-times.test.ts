import { expect, test } from "vitest";
import { dueFrom, heldUntil, remindersOf, tryAgainAt } from "#app/domain/outbox-times.ts";

const at = (instant: string) => new Date(instant);

/** The clocks go back on 25 October 2026 and forward on 28 March 2027. */
test.each([
  ["in winter", "2026-11-26", "2026-11-23T09:00:00Z", ["2026-11-25T18:00:00Z", "2026-11-26T08:00:00Z"]],
  ["in summer", "2026-07-09", "2026-07-01T09:00:00Z", ["2026-07-08T17:00:00Z", "2026-07-09T07:00:00Z"]],
  ["on the day the clocks go back", "2026-10-25", "2026-10-20T09:00:00Z", ["2026-10-24T17:00:00Z", "2026-10-25T08:00:00Z"]],
  ["the day after they went back", "2026-10-26", "2026-10-20T09:00:00Z", ["2026-10-25T18:00:00Z", "2026-10-26T08:00:00Z"]],
  ["on the day the clocks go forward", "2027-03-28", "2027-03-20T09:00:00Z", ["2027-03-27T18:00:00Z", "2027-03-28T07:00:00Z"]],
  ["the day after they went forward", "2027-03-29", "2027-03-20T09:00:00Z", ["2027-03-28T17:00:00Z", "2027-03-29T07:00:00Z"]],
  ["booked at 11:59 the day before", "2026-07-09", "2026-07-08T10:59:59Z", ["2026-07-08T17:00:00Z", "2026-07-09T07:00:00Z"]],
  ["booked at noon the day before", "2026-07-09", "2026-07-08T11:00:00Z", ["2026-07-09T07:00:00Z"]],
  ["booked the evening before", "2026-07-09", "2026-07-08T22:30:00Z", ["2026-07-09T07:00:00Z"]],
  ["booked on the day", "2026-07-09", "2026-07-08T23:00:00Z", []],
])("a visit %s, on %s, booked at %s, is reminded of at %j", (_, date, bookedAt, times) => {
  expect(remindersOf(date, at(bookedAt)).map(({ dueAt }) => dueAt)).toEqual(times.map(at));
});

test.each([
  ["moved", "2026-11-23T20:59:00Z", "2026-11-23T20:59:00Z"],
  ["moved", "2026-11-23T21:00:00Z", "2026-11-24T08:00:00Z"],
  ["moved", "2026-11-24T07:59:59Z", "2026-11-24T08:00:00Z"],
  ["moved", "2026-07-08T20:00:00Z", "2026-07-09T07:00:00Z"],
  ["moved", "2026-10-24T22:00:00Z", "2026-10-25T08:00:00Z"],
  ["moved", "2027-03-27T22:00:00Z", "2027-03-28T07:00:00Z"],
  ["on-the-way", "2026-11-24T07:30:00Z", "2026-11-24T07:30:00Z"],
  ["code", "2026-11-24T02:00:00Z", "2026-11-24T02:00:00Z"],
])("%s of %s is said at %s", (kind, now, said) => {
  expect(dueFrom({ kind, isAnswer: false }, at(now))).toEqual(at(said));
  expect(dueFrom({ kind, isAnswer: true }, at(now))).toEqual(at(now));
});

test.each([
  ["late, in the quiet hours", "moved", "2026-11-23T18:00:00Z", "2026-11-23T22:00:00Z", "2026-11-24T08:00:00Z"],
  ["late, by day", "moved", "2026-11-23T18:00:00Z", "2026-11-23T19:00:00Z", undefined],
  ["an answer at night", "reported", "2026-11-23T22:00:00Z", "2026-11-23T22:00:00Z", undefined],
  ["an emergency", "emergency", "2026-11-23T18:00:00Z", "2026-11-23T22:00:00Z", undefined],
])("%s, %s due at %s is held at %s until %s", (_, kind, dueAt, now, until) => {
  expect(heldUntil({ kind, dueAt: at(dueAt) }, at(now))).toEqual(until && at(until));
});

test("tries come further and further apart, differ by up to a fifth, and end; an emergency's are exact", () => {
  const wait = (kind: string, tries: number, chance: number) => {
    const again = tryAgainAt({ kind, tries }, at("2026-11-23T09:00:00Z"), chance);
    return again && (again.getTime() - at("2026-11-23T09:00:00Z").getTime()) / 1000;
  };
  expect([1, 2, 3, 8, 9].map((tries) => wait("moved", tries, 0))).toEqual([30, 60, 120, 3840, undefined]);
  expect(wait("moved", 2, 0.999)).toBeCloseTo(71.988, 2);
  expect([1, 2, 3, 4].map((tries) => wait("emergency", tries, 0.999))).toEqual([30, 60, 120, undefined]);
});
