import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { USUAL_LIMITS } from "#app/domain/limits.ts";
import { projectFile } from "#db/root.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import type { Visited } from "#tests/support/pages.ts";
import { placesWorld } from "#tests/support/places-world.ts";
import { parsed, seeded, wander } from "#tests/support/wander.ts";

/** On each engine. `JOURNEYS=500` makes a thousand, which takes minutes. */
const JOURNEYS = Number(process.env.JOURNEYS ?? 60);

/** What a program prints where it forgot something. */
const FORGOTTEN = /\b(undefined|null|NaN)\b|\[object /;

function look(page: Visited) {
  const { status, path } = page;
  expect.soft([200, 422], `the status of ${path}`).toContain(status);
  expect.soft(parsed(page).body.textContent, `the words of ${path}`).not.toMatch(FORGOTTEN);
}

onBothEngines("people who answer by chance", (open) => {
  test("each come to a booking, a saved report or advice, and never to a fault", async () => {
    // After these a home takes no more reports online, so that this is met too.
    const landlord = aLandlord({ limits: { ...USUAL_LIMITS, repairsAHome: JOURNEYS / 5 } });
    const world = await placesWorld(await open(), { leaves: readFileSync(projectFile("db/seed/catalogue.csv"), "utf8"), landlord });
    const ends = { confirmation: 0, saved: 0, advice: 0 };
    for (let seed = 1; seed <= JOURNEYS; seed++) {
      const browser = world.browser();
      ends[await wander({ browser, random: seeded(seed), look })]++;
      expect(browser.faults, `the faults of journey ${seed}`).toEqual([]);
    }
    expect(ends.confirmation).toBeGreaterThan(JOURNEYS / 10);
    expect(ends.saved).toBeGreaterThan(0);
    expect(ends.advice).toBeGreaterThan(JOURNEYS / 10);
  }, 1_800_000);
});
