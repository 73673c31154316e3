import { expect, test } from "vitest";
import { minutesLeft, slotForNow } from "#app/domain/dispatch.ts";
import { emergencies } from "#app/languages/staff/emergencies.ts";

const { left } = emergencies.emergencies;

test.each([
  ["2026-11-23T09:00:00Z", "1 day left"],
  ["2026-11-24T05:40:30Z", "3 hours 19 minutes left"],
  ["2026-11-24T08:00:00Z", "1 hour left"],
  ["2026-11-24T08:59:30Z", "less than a minute left"],
  ["2026-11-24T10:10:00Z", "1 hour 10 minutes late"],
  ["2026-11-26T11:30:00Z", "2 days 2 hours late"],
])("of a promise for 9am on 24 November there is, at %s, %s", (now, words) => {
  expect(left(minutesLeft({ dueOn: "2026-11-24", dueAt: new Date("2026-11-24T09:00:00Z") }, new Date(now)))).toBe(words);
});

test("a promise for a date ends with it, in local time", () => {
  expect(minutesLeft({ dueOn: "2026-07-05", dueAt: null }, new Date("2026-07-05T22:00:00Z"))).toBe(60);
});

type Slot = Parameters<typeof slotForNow>[0][number];
const slot = (starts: string, ends: string): Slot => ({ starts, ends, keptFor: null, draftId: null, appointmentId: null });
const MORNING = slot("08:00", "13:00");
const AFTERNOON = slot("12:00", "17:00");
const TAKEN = { appointmentId: "somebody" };

test.each<[string, Slot[], string, ReturnType<typeof slotForNow>]>([
  ["the first that is free", [AFTERNOON, MORNING], "09:00", { slot: MORNING, isExtra: false }],
  [
    "a later one where the first is booked or held",
    [{ ...MORNING, ...TAKEN }, { ...MORNING, draftId: "x" }, AFTERNOON],
    "09:00",
    { slot: AFTERNOON, isExtra: false },
  ],
  [
    "one that is kept before another",
    [MORNING, { ...MORNING, keptFor: "emergency" }],
    "09:00",
    { slot: { ...MORNING, keptFor: "emergency" }, isExtra: false },
  ],
  ["none that has ended", [MORNING, AFTERNOON], "13:00", { slot: AFTERNOON, isExtra: false }],
  [
    "besides, in the window of now, where all are booked",
    [
      { ...MORNING, ...TAKEN },
      { ...AFTERNOON, ...TAKEN },
    ],
    "14:00",
    { slot: { ...AFTERNOON, ...TAKEN }, isExtra: true },
  ],
  ["besides, in the last window, where the day is over", [MORNING, AFTERNOON], "18:00", { slot: AFTERNOON, isExtra: true }],
  ["nobody's who does not work", [], "09:00", undefined],
])("somebody is sent in %s", (_, slots, time, found) => expect(slotForNow(slots, time)).toEqual(found));
