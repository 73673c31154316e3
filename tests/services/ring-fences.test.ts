import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { findOffers } from "#app/services/find-offers.server.ts";
import { keepSlots } from "#app/services/keep-slots.server.ts";
import { promiseVisit } from "#app/services/promise-visit.server.ts";
import { setRingFence } from "#app/services/set-ring-fence.server.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { addOperative, addRepair, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, allSlots, hold } from "#tests/support/slot-world.ts";

const FENCE = { tradeId: "plumbing", keptFor: "urgent", slots: 2, releasedAt: "14:00" };
const RELEASED = new Date("2026-11-25T14:00:00Z");

onBothEngines("slots that are kept for the urgent", (open) => {
  async function start(windows: string[]) {
    const db = await open();
    const world = await addSlotWorld(db);
    const { patchId } = world;
    await addSlots(db, { operativeId: await addOperative(db, { patches: [patchId] }), windows });
    const offered = async (priority: string, now: Date) => {
      const wish = { trade: "plumbing", patchId, priority, visits: 1, rules: RULES, dueOn: "2026-12-21", now };
      return (await findOffers(db, wish)).filter(({ date }) => date === THURSDAY).map(({ window }) => window);
    };
    const book = async (priority: string, now: Date) => {
      const repairId = await addRepair(db, { uprn: world.uprn, problemId: world.problemId, priority });
      const offer = { date: THURSDAY, window: "morning" };
      return db.write((tx) => promiseVisit(tx, db, { repairId, purpose: "repair", offer, visits: 1, rules: RULES, now }));
    };
    return { db, world, patchId, offered, book };
  }
  const who = "officer";

  test("are offered to nobody else, held by nobody else, and booked by nobody else, until they are released", async () => {
    const { db, world, patchId, offered, book } = await start(["morning", "morning", "afternoon"]);
    await setRingFence(db, { fence: { ...FENCE, slots: 3 }, who, now: NOW });
    expect([await offered("routine", NOW), (await offered("urgent", NOW)).includes("morning")]).toEqual([[], true]);
    const draftId = await addDraft(db, world);
    expect((await hold(db, { draftId, patchId })).ok).toBe(false);
    await expect(book("routine", NOW)).rejects.toThrow(SlotGone);
    expect(await book("urgent", NOW)).toBeTruthy();
    expect(await offered("routine", addMinutes(RELEASED, -1))).toEqual([]);
    expect((await offered("routine", RELEASED)).includes("morning")).toBe(true);
    expect(await book("routine", RELEASED)).toBeTruthy();
  });

  test("are as many as are wanted, again and again; fewer or none where an officer says so; nothing taken is touched", async () => {
    const { db, book } = await start(["morning", "morning", "afternoon", "afternoon"]);
    const kept = async () => (await allSlots(db)).filter(({ keptFor }) => keptFor !== null).map(({ window }) => window);
    await setRingFence(db, { fence: FENCE, who, now: NOW });
    expect((await kept()).sort()).toEqual(["afternoon", "morning"]);
    await book("urgent", NOW);
    const before = await allSlots(db);
    await keepSlots(db, { from: THURSDAY, to: "2026-11-27", now: NOW });
    expect(await allSlots(db)).toEqual(before);
    await setRingFence(db, { fence: { ...FENCE, slots: 0 }, who, now: NOW });
    expect((await allSlots(db)).filter(({ keptFor, appointmentId }) => keptFor !== null && appointmentId === null)).toEqual([]);
    expect(await db.read.$count(db.schema.ringFences)).toBe(0);
    await setRingFence(db, { fence: FENCE, who, now: RELEASED });
    expect((await allSlots(db)).filter(({ keptFor, appointmentId }) => keptFor !== null && appointmentId === null)).toEqual([]);
  });
});
