import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockDays } from "#db/queries/days.ts";
import { confirmHold, lockDraft } from "#db/queries/holds.ts";
import { heldSlots } from "#db/queries/slots.ts";
import { takeForAppointment } from "#db/queries/take-slots.ts";
import { addAppointment, addDrafts, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, addTap, allSlots, groupsOf, hold, type SlotWorld, slotsOfDraft } from "#tests/support/slot-world.ts";

const PEOPLE = 500;

onBothEngines(`${PEOPLE} people`, (open) => {
  test.each([
    ["one slot", 1, 1],
    ["40 slots of ten operatives", 10, 4],
  ])("for %s: exactly as many win as there are slots", async (_, operatives, each) => {
    const db = await open();
    const { patchId, catalogueId } = await addSlotWorld(db);
    for (let made = 0; made < operatives; made++) {
      await addSlots(db, { operativeId: await addOperative(db, { patches: [patchId] }), windows: Array(each).fill("morning") });
    }
    const drafts = await addDrafts(db, PEOPLE, { catalogueId });
    const answers = await Promise.all(drafts.map((draftId) => hold(db, { draftId, patchId })));
    const winners = drafts.filter((_draft, at) => answers[at]?.ok);
    expect(winners.length).toBe(operatives * each);
    const holders = (await allSlots(db)).map(({ draftId }) => draftId);
    expect(holders.toSorted()).toEqual(winners.toSorted());
  });

  test("for 40 slots, two visits each: 20 win, each two slots of one operative", async () => {
    const db = await open();
    const { patchId, catalogueId } = await addSlotWorld(db);
    for (let made = 0; made < 10; made++) {
      const operativeId = await addOperative(db, { patches: [patchId] });
      await addSlots(db, { operativeId, windows: ["morning", "morning", "afternoon", "afternoon"] });
    }
    const drafts = await addDrafts(db, PEOPLE, { catalogueId });
    const answers = await Promise.all(
      drafts.map((draftId, at) => hold(db, { draftId, patchId, visits: 2, window: at % 2 ? "all-day" : "morning" })),
    );
    const won = answers.filter(({ ok }) => ok).length;
    const held = (await allSlots(db)).filter(({ draftId }) => draftId !== null);
    expect(held.length).toBe(won * 2);
    const pairs = groupsOf(held, ({ draftId }) => draftId);
    expect(pairs.every(([a, b]) => a && b && a.operativeId === b.operativeId && a.part !== b.part)).toBe(true);
    expect(won).toBe(20);
  });
});

onBothEngines("confirming a hold", (open) => {
  /** What submitting does with slots: in one write, an appointment and what the draft held; else the same offer again. */
  async function confirm(db: Db, { draftId, repairId, world, now }: { draftId: string; repairId: string; world: SlotWorld; now: Date }) {
    const { schema } = db;
    return await db.write(async (tx) => {
      await lockDraft(tx, schema, { draftId });
      const held = await heldSlots(tx, schema, draftId);
      await lockDays(tx, schema, [THURSDAY, ...held.map(({ date }) => date)]);
      const appointmentId = newId(now);
      const words = { purpose: "repair", window: "morning", windowName: "Morning", starts: "08:00", ends: "13:00", status: "booked" };
      await tx.insert(schema.appointments).values({ id: appointmentId, repairId, date: THURSDAY, ...words });
      if ((await confirmHold(tx, schema, { draftId, appointmentId, date: THURSDAY, window: "morning", visits: 1 })) === 1)
        return "confirmed";
      const wanted = {
        offer: { date: THURSDAY, window: "morning" },
        trade: "plumbing",
        patchId: world.patchId,
        visits: 1,
        rules: RULES,
        now,
      };
      return (await takeForAppointment(tx, schema, { appointmentId, ...wanted })) ? "taken again" : "gone";
    });
  }
  async function start(windows: string[]) {
    const db = await open();
    const world = await addSlotWorld(db);
    const operativeId = await addOperative(db, { patches: [world.patchId] });
    await addSlots(db, { operativeId, windows });
    const [draftId, other] = [await addDraft(db, world), await addDraft(db, world)];
    await hold(db, { draftId, patchId: world.patchId });
    return { db, world, draftId, other, operativeId, repairId: await addTap(db, world) };
  }

  test.each([
    ["live", 5],
    ["lapsed but untaken", 500],
  ])("%s: the draft's slot is the appointment's", async (_, minutes) => {
    const { db, world, draftId, repairId } = await start(["morning"]);
    expect(await confirm(db, { draftId, repairId, world, now: addMinutes(NOW, minutes) })).toBe("confirmed");
    const [slot] = await allSlots(db);
    expect([slot?.draftId, slot?.expiresAt, slot?.part, typeof slot?.appointmentId]).toEqual([null, null, 1, "string"]);
  });

  test.each([
    ["taken by another: the same offer again where one is free", ["morning", "morning"], "taken again"],
    ["taken by another: gone where none is", ["morning"], "gone"],
  ])("lapsed and %s", async (_, windows, expected) => {
    const { db, world, draftId, other, repairId } = await start(windows);
    const now = addMinutes(NOW, 11);
    for (const [at] of windows.entries()) if (at > 0) await hold(db, { draftId: await addDraft(db, world), patchId: world.patchId });
    expect((await hold(db, { draftId: other, patchId: world.patchId, now })).ok).toBe(true);
    const answer = await confirm(db, { draftId, repairId, world, now: addMinutes(NOW, 12) });
    expect(answer).toBe(expected);
    expect((await slotsOfDraft(db, other)).length).toBe(1);
  });

  test("what the draft holds on another date is not taken for this one", async () => {
    const { db, world, draftId, operativeId, repairId } = await start(["morning"]);
    await addSlots(db, { operativeId, date: "2026-11-27" });
    await hold(db, { draftId, patchId: world.patchId, date: "2026-11-27" });
    expect(await confirm(db, { draftId, repairId, world, now: NOW })).toBe("taken again");
    expect((await allSlots(db)).map(({ date, appointmentId, draftId: holder }) => [date, appointmentId !== null, holder])).toEqual([
      [THURSDAY, true, null],
      ["2026-11-27", false, null],
    ]);
  });

  test("nor what it holds of that date under another window", async () => {
    const { db, world, draftId, repairId } = await start(["morning", "afternoon"]);
    await hold(db, { draftId, patchId: world.patchId, window: "afternoon" });
    expect(await confirm(db, { draftId, repairId, world, now: NOW })).toBe("taken again");
    expect((await allSlots(db)).map(({ window, appointmentId }) => [window, appointmentId !== null])).toEqual([
      ["morning", true],
      ["afternoon", false],
    ]);
  });

  test("one hold confirmed for two appointments at once is one booking", async () => {
    const { db, world, draftId, repairId } = await start(["morning"]);
    const second = await addTap(db, world);
    const answers = await Promise.all([repairId, second].map((each) => confirm(db, { draftId, repairId: each, world, now: NOW })));
    expect(answers.toSorted()).toEqual(["confirmed", "gone"]);
  });

  test("an appointment's slot is never taken, however late it is", async () => {
    const { db, world, other, operativeId } = await start(["morning"]);
    const [slot = ""] = await addSlots(db, { operativeId, windows: ["afternoon"] });
    await addAppointment(db, { repairId: await addTap(db, world), window: "afternoon", slotIds: [slot] });
    const late = await hold(db, { draftId: other, window: "afternoon", patchId: world.patchId, now: addMinutes(NOW, 1000) });
    expect(late.ok).toBe(false);
  });
});
