import { eq, isNotNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { submitReport } from "#app/services/submit-report.server.ts";
import type { Db } from "#db/client.ts";
import { addDrafts, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, hold, type SlotWorld, slotsOfDraft } from "#tests/support/slot-world.ts";

const PEOPLE = 120;
const FRIDAY = "2026-11-27";
const NOT_HELD = { ok: false, reason: "not-held" };
const ANSWERS = {
  describe: { description: "Drips" },
  household: { people: [] },
  help: { needs: [], language: "", notes: "" },
  contact: { name: "Ann", phone: "07700 900123", email: "", confirmBy: "text" },
};

onBothEngines("what the public may hold of a date", (open) => {
  async function start(slots: number, date = THURSDAY) {
    const db = await open();
    const world = await addSlotWorld(db);
    await addPlumbers(db, world, { slots, date });
    return { db, world, patchId: world.patchId };
  }
  async function addPlumbers(db: Db, { patchId }: SlotWorld, { slots, date }: { slots: number; date: string }) {
    for (let left = slots; left > 0; left -= 4) {
      const operativeId = await addOperative(db, { patches: [patchId] });
      await addSlots(db, { operativeId, date, windows: Array(Math.min(4, left)).fill("morning") });
    }
  }
  const choose = (db: Db, draftId: string, patchId: string, date = THURSDAY) => hold(db, { draftId, patchId, date, rules: RULES });

  test.each([
    [40, 20],
    [7, 3],
    [1, 1],
  ])("of %i slots is %i, however many choose at the very same moment", async (slots, most) => {
    const { db, world, patchId } = await start(slots);
    const drafts = await addDrafts(db, PEOPLE, world);
    const answers = await Promise.all(drafts.map((draftId) => choose(db, draftId, patchId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(most);
    expect(await db.read.$count(db.schema.slots, isNotNull(db.schema.slots.draftId))).toBe(most);
    const others = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
    expect(new Set(others)).toEqual(new Set([slots === most ? "slot-gone" : "not-held"]));
  });

  test("leaves the rest to whoever sends first: as many are booked as there are slots", async () => {
    const { db, world, patchId } = await start(12);
    const drafts = await addDrafts(db, PEOPLE, world);
    await Promise.all(drafts.map((draftId) => choose(db, draftId, patchId)));
    const { homes, problems, appointments, slots } = db.schema;
    const [home] = await db.read.select().from(homes).where(eq(homes.uprn, world.uprn));
    const [problem] = await db.read.select().from(problems);
    if (!home || !problem) throw new Error("The world is not whole");
    const report = { device: "device", language: "en", answers: ANSWERS, home, problem, rules: RULES, mostRepairs: PEOPLE, now: NOW };
    const outcome = { offer: { date: THURSDAY, window: "morning" } };
    const sent = await Promise.all(
      drafts.map((draftId) => submitReport(db, { ...report, draftId, due: { dueOn: THURSDAY, dueAt: null }, outcome })),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(12);
    expect(await db.read.$count(appointments)).toBe(12);
    expect(await db.read.$count(slots, isNotNull(slots.appointmentId))).toBe(12);
  });

  test("counts each date by itself, and a draft that chooses anew only once", async () => {
    const { db, world, patchId } = await start(2);
    await addPlumbers(db, world, { slots: 2, date: FRIDAY });
    const [mine, other] = [await addDraft(db, world), await addDraft(db, world)];
    expect((await choose(db, mine, patchId)).ok).toBe(true);
    expect((await choose(db, mine, patchId)).ok).toBe(true);
    expect(await choose(db, other, patchId)).toEqual(NOT_HELD);
    expect((await choose(db, other, patchId, FRIDAY)).ok).toBe(true);
  });

  test("gives up what a draft held when it chooses what it may not hold", async () => {
    const { db, world, patchId } = await start(2);
    await addPlumbers(db, world, { slots: 2, date: FRIDAY });
    const [mine, other] = [await addDraft(db, world), await addDraft(db, world)];
    await choose(db, mine, patchId);
    await choose(db, other, patchId, FRIDAY);
    expect(await choose(db, mine, patchId, FRIDAY)).toEqual(NOT_HELD);
    expect(await slotsOfDraft(db, mine)).toEqual([]);
  });

  test("does not count another trade, or another patch", async () => {
    const { db, world, patchId } = await start(2);
    const [first, second] = [await addDraft(db, world), await addDraft(db, world)];
    const elsewhere = await addSlotWorld(db);
    await addPlumbers(db, elsewhere, { slots: 1, date: THURSDAY });
    await choose(db, first, patchId);
    expect((await choose(db, second, elsewhere.patchId)).ok).toBe(true);
  });
});
