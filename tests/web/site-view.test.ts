import { expect, test } from "vitest";
import { en } from "#app/languages/en.ts";
import { siteViewOf } from "#app/web/site-view.server.ts";
import { aLandlord } from "#tests/support/landlord.ts";

const isOpenAt = (instant: string) => {
  const context = { site: { landlord: aLandlord() }, words: en, now: new Date(instant), nonce: "n", requestId: "r" };
  return siteViewOf(context as unknown as Parameters<typeof siteViewOf>[0]).isOpenNow;
};

test.each([
  ["Monday at 8am in winter", "2026-11-23T08:00:00Z", true],
  ["a minute before", "2026-11-23T07:59:00Z", false],
  ["Friday at a minute to 6pm", "2026-11-27T17:59:59Z", true],
  ["Friday at 6pm", "2026-11-27T18:00:00Z", false],
  ["Saturday at noon", "2026-11-28T12:00:00Z", false],
  ["Monday at 8am in summer, which is 7am in Greenwich", "2027-06-07T07:00:00Z", true],
  ["Friday at 6pm in summer", "2027-06-11T17:00:00Z", false],
  ["Monday after the clocks went forward, at 8am", "2027-03-29T07:00:00Z", true],
  ["Monday after the clocks went back, at 8am", "2027-11-01T08:00:00Z", true],
  ["the same, an hour before", "2027-11-01T07:00:00Z", false],
])("the office answers: %s", (_, instant, isOpen) => expect(isOpenAt(instant)).toBe(isOpen));
