import { expect, test } from "vitest";
import { localDate } from "#app/domain/local-date.ts";
import { forgetBefore, keptUntil, retention } from "#app/domain/retention.ts";

const six = retention.parse({});

test("details are kept for six years unless the landlord says otherwise", () => expect(six).toEqual({ years: 6 }));

test.each([
  ["the six years end with the anniversary, to its last minute", "2020-11-23T09:00:00Z", 6, "2026-11-23", "2026-11-23T23:59:59Z", false],
  ["and are over at the next midnight", "2020-11-23T09:00:00Z", 6, "2026-11-23", "2026-11-24T00:00:00Z", true],
  ["whatever the hour of closing", "2020-11-23T23:59:59Z", 6, "2026-11-23", "2026-11-24T00:00:00Z", true],
  ["in summer the day ends by British time", "2020-07-01T22:30:00Z", 6, "2026-07-01", "2026-07-01T22:59:59Z", false],
  ["at 11pm in UTC", "2020-07-01T22:30:00Z", 6, "2026-07-01", "2026-07-01T23:00:00Z", true],
  ["what closed after midnight there has a day more", "2020-07-01T23:30:00Z", 6, "2026-07-02", "2026-07-01T23:00:00Z", false],
  ["29 February is 28 February in other years", "2024-02-29T12:00:00Z", 6, "2030-02-28", "2030-02-28T23:59:00Z", false],
  ["so it ends as that does", "2024-02-29T12:00:00Z", 6, "2030-02-28", "2030-03-01T00:00:00Z", true],
  ["28 February before a leap year has the extra day too", "2018-02-28T12:00:00Z", 6, "2024-02-28", "2024-02-29T12:00:00Z", false],
  ["and no more", "2018-02-28T12:00:00Z", 6, "2024-02-28", "2024-03-01T00:00:00Z", true],
  ["one year", "2025-11-22T12:00:00Z", 1, "2026-11-22", "2026-11-23T09:00:00Z", true],
] as const)("%s", (_, closedAt, years, until, now, isDue) => {
  expect(keptUntil(new Date(closedAt), { years })).toBe(until);
  expect(new Date(closedAt) < forgetBefore(new Date(now), { years })).toBe(isDue);
  expect(isDue && localDate(new Date(now)) <= until).toBe(false);
});
