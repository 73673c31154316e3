import { describe, expect, test } from "vitest";
import { keeping, mayTake, releaseOf } from "#app/domain/ring-fence.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const LATER = new Date("2026-11-23T14:00:00Z");

test.each([
  { what: "kept for nobody", keptFor: null, keptUntil: null, may: true },
  { what: "kept for the same priority", keptFor: "urgent", keptUntil: LATER, may: true },
  { what: "kept for another", keptFor: "emergency", keptUntil: LATER, may: false },
  { what: "kept for another until now", keptFor: "emergency", keptUntil: NOW, may: true },
])("an urgent repair may take what is $what: $may", ({ keptFor, keptUntil, may }) => {
  expect(mayTake({ keptFor, keptUntil }, "urgent", NOW)).toBe(may);
});

test.each([
  ["2026-11-26", "2026-11-25T14:00:00.000Z"],
  ["2026-07-02", "2026-07-01T13:00:00.000Z"],
  ["2026-10-26", "2026-10-25T14:00:00.000Z"],
])("what is kept on %s is released on the day before, on the clock of the day", (date, instant) => {
  expect(releaseOf({ releasedAt: "14:00" }, date).toISOString()).toBe(instant);
});

describe("so many of a day", () => {
  const slot = (id: string, window: string, state: "free" | "kept" | "kept and taken" | "taken") => {
    return { id, window, isKept: state.startsWith("kept"), isFree: state === "free" || state === "kept" };
  };
  test.each([
    { what: "are kept by turns of the windows", slots: ["1 am free", "2 am free", "3 pm free"], wanted: 2, keep: ["1", "3"], release: [] },
    { what: "are all there are", slots: ["1 am free", "2 am taken"], wanted: 3, keep: ["1"], release: [] },
    { what: "count what was taken of them", slots: ["1 am kept and taken", "2 pm free"], wanted: 1, keep: [], release: [] },
    { what: "fill up what is kept", slots: ["1 am kept", "2 am free", "3 pm free"], wanted: 2, keep: ["3"], release: [] },
    {
      what: "are released where fewer are wanted",
      slots: ["1 am kept and taken", "2 pm kept", "3 pm kept"],
      wanted: 2,
      keep: [],
      release: ["2"],
    },
    { what: "are none of what is taken", slots: ["1 am taken"], wanted: 1, keep: [], release: [] },
  ])("$what", ({ slots, wanted, keep, release }) => {
    const given = slots.map((each) => {
      const [id = "", window = "", ...state] = each.split(" ");
      return slot(id, window, state.join(" ") as "free");
    });
    expect(keeping(given, wanted)).toEqual({ keep, release });
  });
});
