import { expect, test } from "vitest";
import { shiftEnd } from "#app/domain/shift.ts";

test.each([
  ["two hours after the last window", "2026-11-26", ["13:00", "17:00", "08:30"], "2026-11-26T19:00:00Z"],
  ["in local time", "2026-07-01", ["17:00"], "2026-07-01T18:00:00Z"],
  ["at midnight at the latest", "2026-11-26", ["22:30"], "2026-11-27T00:00:00Z"],
  ["at the local midnight of the day the clocks change", "2026-10-25", ["23:00"], "2026-10-26T00:00:00Z"],
])("a link ends %s", (_, date, ends, at) => expect(shiftEnd(date, ends)).toEqual(new Date(at)));
