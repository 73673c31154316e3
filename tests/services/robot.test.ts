import { addMilliseconds } from "date-fns";
import { eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeReference } from "#app/domain/reference.ts";
import { askForCode, giveCode } from "#app/services/prove-repair.server.ts";
import type { Db } from "#db/client.ts";
import { NOW } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addContactOf } from "#tests/support/repairs.ts";
import { addSlotWorld, addTap } from "#tests/support/slot-world.ts";
import { seeded } from "#tests/support/wander.ts";

/** A wait of PostgreSQL's for each: a tenth of them shows the same there. */
const TRIES = { sqlite: 10_000, postgres: 1_000 };
const ADDRESSES = 40;
const KNOWN = "7KQ4-9XMV";
const POSTCODES = ["FH11AA", "SW1A2AA"];
/** One more than are taken. */
const CODES = 6;

/** A day of guesses, one after another: of references and postcodes, and of the codes for each that was taken. */
async function guess(db: Db, tries: number) {
  const random = seeded(7);
  const below = (limit: number) => Math.floor(random() * limit);
  const opened: string[] = [];
  let asked = 0;
  for (let made = 0; made < tries; made++) {
    const now = addMilliseconds(NOW, (86_400_000 / tries) * made);
    const by = { device: `robot ${made}`, from: `address ${below(ADDRESSES)}`, now };
    // Now and then it knows all that stands on a letter.
    const isNear = below(10) === 0;
    const answer = await askForCode(db, { reference: isNear ? KNOWN : makeReference(below), postcode: POSTCODES[below(2)] ?? "", ...by });
    if (!answer.ok) continue;
    asked++;
    for (let at = 0; at < CODES; at++, made++) {
      const code = String(below(1_000_000)).padStart(6, "0");
      opened.push((await giveCode(db, { id: answer.id, code, secret: "s", ...by })) ?? "");
    }
  }
  return { asked, opened: opened.filter(Boolean) };
}

onBothEngines("a robot that guesses", (open) => {
  test("references, postcodes and codes for a day and from many addresses opens nothing, and is not told which there are", async () => {
    const db = await open();
    const repairId = await addTap(db, await addSlotWorld(db));
    await addContactOf(db, repairId);
    const { repairs, repairProofs, messages, events } = db.schema;
    await db.write((tx) => tx.update(repairs).set({ reference: KNOWN }).where(eq(repairs.id, repairId)));
    const tries = TRIES[db.engine];
    const { asked, opened } = await guess(db, tries);
    expect(asked).toBeGreaterThan(ADDRESSES);
    expect(opened).toEqual([]);
    expect(await db.read.$count(repairProofs, isNotNull(repairProofs.provenUntil))).toBe(0);
    expect(await db.read.$count(events, eq(events.repairId, repairId))).toBe(0);
    // Whose repair it is gets some codes, and not one for each guess.
    expect(await db.read.$count(messages)).toBeLessThan(tries / 100);
  });
});
