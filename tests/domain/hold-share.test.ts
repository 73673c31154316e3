import { expect, test } from "vitest";
import { mayHold } from "#app/domain/hold-share.ts";

test.each([
  ["the only slot", { held: 0, free: 1, visits: 1, share: 50 }, true],
  ["the first of two", { held: 0, free: 2, visits: 1, share: 50 }, true],
  ["the second of two", { held: 1, free: 1, visits: 1, share: 50 }, false],
  ["the second of three", { held: 1, free: 2, visits: 1, share: 50 }, false],
  ["the second of four", { held: 1, free: 3, visits: 1, share: 50 }, true],
  ["the third of four", { held: 2, free: 2, visits: 1, share: 50 }, false],
  ["a job of two visits where nothing is held", { held: 0, free: 2, visits: 2, share: 50 }, true],
  ["a job of two visits that would pass the half", { held: 1, free: 4, visits: 2, share: 50 }, false],
  ["a job of two visits that just fits", { held: 2, free: 6, visits: 2, share: 50 }, true],
  ["the last, where the landlord lets all be held", { held: 9, free: 1, visits: 1, share: 100 }, true],
])("%s", (_, asked, may) => expect(mayHold(asked)).toBe(may));
