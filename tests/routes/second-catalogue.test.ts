import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importCatalogue } from "#app/services/import-catalogue.server.ts";
import type { Db } from "#db/client.ts";
import { NOW } from "#tests/support/calendar.ts";
import { freshFolder, onBothEngines } from "#tests/support/engines.ts";
import type { Browser, Visited } from "#tests/support/pages.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { answerAll, CONTACT, MORNING, TAP, TO_WHERE, walk } from "#tests/support/walk.ts";

/** The kitchen's tap is called otherwise and is somebody else's work; the bathroom is gone. */
const SECOND = `location,problem,detail,code,outcome,trade,priority,visits
Cooking area,Mixer tap,Drips,N1,book,joinery,urgent,1
Cooking area,Mixer tap,Stuck,N2,contact-us,,,
`;

async function importSecond(db: Db) {
  const file = join(freshFolder(), "second.csv");
  writeFileSync(file, SECOND);
  return importCatalogue(db, { file, source: "second", language: "en", now: NOW });
}

const repairsOf = async (db: Db) => db.read.select().from(db.schema.repairs);

onBothEngines("a second catalogue imported while reports are open", (open) => {
  test("leaves each the words it began with, whatever its next page", async () => {
    const world = await reportWorld(await open());
    const reports: { browser: Browser; begun: Visited; answered: number }[] = [];
    for (let answered = 0; answered <= TAP.length; answered++) {
      const browser = world.browser();
      reports.push({ browser, begun: await walk(browser, TAP.slice(0, answered)), answered });
    }
    await importSecond(world.db);
    for (const { browser, begun, answered } of reports) {
      const again = await browser.get(begun.path);
      expect([again.status, again.path]).toEqual([200, begun.path]);
      const slot = await answerAll(browser, again, TAP.slice(answered));
      expect(slot.path, `from ${begun.path}`).toMatch(/\/slot$/);
    }
  });

  test("books what was chosen, in the words and at the trade it was chosen with", async () => {
    const world = await reportWorld(await open());
    const browser = world.browser();
    const slot = await walk(browser, TAP);
    await importSecond(world.db);
    const check = await answerAll(browser, slot, [MORNING, CONTACT]);
    expect(check.html).toContain("Dripping");
    const sent = await browser.post(check.path);
    expect(sent.path).toMatch(/confirmation$/);
    const [repair] = await repairsOf(world.db);
    expect(repair).toMatchObject({ location: "Kitchen", problem: "Tap", detail: "Dripping", trade: "plumbing" });
  });

  test("is what reports begun afterwards choose from", async () => {
    const world = await reportWorld(await open());
    await importSecond(world.db);
    const where = await walk(world.browser(), TO_WHERE);
    expect(where.html).toContain("Cooking area");
    expect(where.html).not.toContain("Bathroom");
  });
});
