import { expect, test } from "vitest";
import { isClosed, lastPlanned, type Span } from "#app/domain/closing.ts";

const slot = { date: "2026-11-26", window: "morning", starts: "08:00", ends: "13:00" };
const span: Span = { fromDate: "2026-11-26", untilDate: "2026-11-26", starts: null, ends: null, window: null };

test.each<{ what: string; changes: Partial<Span>; closed: boolean }>([
  { what: "its own day", changes: {}, closed: true },
  { what: "the days before", changes: { fromDate: "2026-11-20", untilDate: "2026-11-25" }, closed: false },
  { what: "the days after", changes: { fromDate: "2026-11-27", untilDate: "2026-11-30" }, closed: false },
  { what: "days around it", changes: { fromDate: "2026-11-01", untilDate: "2026-12-01" }, closed: true },
  { what: "its window", changes: { window: "morning" }, closed: true },
  { what: "another window", changes: { window: "afternoon" }, closed: false },
  { what: "the hours until it starts", changes: { starts: "06:00", ends: "08:00" }, closed: false },
  { what: "its first minute", changes: { starts: "06:00", ends: "08:01" }, closed: true },
  { what: "the hours within it", changes: { starts: "10:00", ends: "11:00" }, closed: true },
  { what: "the hours from its end", changes: { starts: "13:00", ends: "17:00" }, closed: false },
])("a slot in $what: closed is $closed", ({ changes, closed }) => {
  expect(isClosed({ ...span, ...changes }, slot)).toBe(closed);
});

test("plans are made for a year, also from a leap day", () => {
  expect(lastPlanned(new Date("2026-11-23T09:00:00Z"))).toBe("2027-11-23");
  expect(lastPlanned(new Date("2028-02-29T09:00:00Z"))).toBe("2029-02-28");
});
