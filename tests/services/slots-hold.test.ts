import { addMilliseconds, addMinutes } from "date-fns";
import { describe, expect, test } from "vitest";
import { offerKey } from "#app/domain/offers.ts";
import { extendHold } from "#app/services/extend-hold.server.ts";
import { findHold } from "#app/services/find-hold.server.ts";
import { findOffers } from "#app/services/find-offers.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, addTap, allSlots, hold, type SlotWorld, slotsOfDraft } from "#tests/support/slot-world.ts";

const FRIDAY = "2026-11-27";
const GONE = { ok: false, reason: "slot-gone" };
const LAPSED = addMinutes(NOW, 11);

onBothEngines("a hold", (open) => {
  /** A plumber of the patch with some slots on Thursday, and drafts that want them. */
  async function start(
    windows: string[],
  ): Promise<{ db: Db; world: SlotWorld; ann: string; mine: string; other: string; patchId: string }> {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { patches: [world.patchId] });
    await addSlots(db, { operativeId: ann, windows });
    return { db, world, ann, mine: await addDraft(db, world), other: await addDraft(db, world), patchId: world.patchId };
  }
  const offersIn = async (db: Db, patchId: string | null, { visits = 1, trade = "plumbing", now = NOW } = {}) =>
    (await findOffers(db, { trade, patchId, visits, rules: RULES, dueOn: THURSDAY, now })).map(offerKey);

  test("takes the slot out of the offers and lasts the landlord's minutes", async () => {
    const { db, mine, patchId } = await start(["morning"]);
    expect(await offersIn(db, patchId)).toContain(`${THURSDAY}.morning`);
    expect(await hold(db, { draftId: mine, patchId })).toEqual({ ok: true, expiresAt: addMinutes(NOW, 10) });
    expect(await offersIn(db, patchId)).toEqual([]);
    expect(await findHold(db, { draftId: mine, now: NOW })).toEqual({
      date: THURSDAY,
      window: "morning",
      expiresAt: addMinutes(NOW, 10),
      isLive: true,
    });
  });

  test("is live to its last millisecond; then it is still its own, and offered to others", async () => {
    const { db, mine, other, patchId } = await start(["morning"]);
    await hold(db, { draftId: mine, patchId });
    const last = addMinutes(NOW, 10);
    expect(await hold(db, { draftId: other, patchId, now: last })).toEqual(GONE);
    expect((await findHold(db, { draftId: mine, now: last }))?.isLive).toBe(true);
    const after = addMilliseconds(last, 1);
    expect((await findHold(db, { draftId: mine, now: after }))?.isLive).toBe(false);
    expect(await offersIn(db, patchId, { now: after })).toContain(`${THURSDAY}.morning`);
    expect(await extendHold(db, { draftId: mine, rules: RULES, now: after })).toEqual(addMinutes(after, 10));
    expect(await hold(db, { draftId: other, patchId, now: after })).toEqual(GONE);
  });

  test("that lapsed can be taken by another, and cannot be extended then", async () => {
    const { db, mine, other, patchId } = await start(["morning"]);
    await hold(db, { draftId: mine, patchId });
    expect((await hold(db, { draftId: other, patchId, now: LAPSED })).ok).toBe(true);
    expect(await findHold(db, { draftId: mine, now: LAPSED })).toBeUndefined();
    expect(await extendHold(db, { draftId: mine, rules: RULES, now: LAPSED })).toBeUndefined();
    expect(await slotsOfDraft(db, other)).toEqual([`${THURSDAY} morning 1`]);
  });

  test("of two slots that lapsed is gone as a whole when another takes one of them", async () => {
    const { db, mine, other, patchId } = await start(["morning", "afternoon"]);
    expect((await hold(db, { draftId: mine, visits: 2, patchId })).ok).toBe(true);
    expect((await hold(db, { draftId: other, window: "afternoon", patchId, now: LAPSED })).ok).toBe(true);
    expect(await slotsOfDraft(db, mine)).toEqual([]);
    expect(await extendHold(db, { draftId: mine, rules: RULES, now: LAPSED })).toBeUndefined();
    expect(await slotsOfDraft(db, other)).toEqual([`${THURSDAY} afternoon 1`]);
  });

  test("takes two slots of one operative or none", async () => {
    const { db, world, mine, other, patchId } = await start(["morning", "morning"]);
    const bob = await addOperative(db, { patches: [patchId] });
    await addSlots(db, { operativeId: bob, windows: ["morning", "afternoon"] });
    expect((await hold(db, { draftId: mine, visits: 2, patchId })).ok).toBe(true);
    expect((await hold(db, { draftId: other, visits: 2, patchId })).ok).toBe(true);
    for (const draftId of [mine, other]) {
      const held = (await allSlots(db)).filter((slot) => slot.draftId === draftId);
      expect([held.length, new Set(held.map(({ operativeId }) => operativeId)).size]).toEqual([2, 1]);
    }
    await addSlots(db, { operativeId: await addOperative(db, { patches: [patchId] }), windows: ["morning"] });
    await addSlots(db, { operativeId: await addOperative(db, { patches: [patchId] }), windows: ["afternoon"] });
    expect(await offersIn(db, patchId, { visits: 2 })).toEqual([]);
    const third = await addDraft(db, world);
    expect(await hold(db, { draftId: third, visits: 2, patchId })).toEqual(GONE);
    expect(await slotsOfDraft(db, third)).toEqual([]);
  });

  test("of a new offer replaces the old one; when the new is gone the old one stays", async () => {
    const { db, ann, mine, other, patchId } = await start(["morning"]);
    await addSlots(db, { operativeId: ann, date: FRIDAY });
    await hold(db, { draftId: mine, patchId });
    expect((await hold(db, { draftId: mine, date: FRIDAY, patchId })).ok).toBe(true);
    expect(await slotsOfDraft(db, mine)).toEqual([`${FRIDAY} morning 1`]);
    await hold(db, { draftId: other, patchId });
    expect(await hold(db, { draftId: mine, patchId })).toEqual(GONE);
    expect(await slotsOfDraft(db, mine)).toEqual([`${FRIDAY} morning 1`]);
    expect(await findHold(db, { draftId: mine, now: NOW })).toMatchObject({ date: FRIDAY, window: "morning" });
  });

  test("chosen in two tabs at once is one hold", async () => {
    const { db, ann, mine, patchId } = await start(["morning", "afternoon", "morning"]);
    await addSlots(db, { operativeId: ann, date: FRIDAY, windows: ["morning", "afternoon"] });
    const choices = Array.from({ length: 20 }, (_, at) => ({
      date: at % 2 ? THURSDAY : FRIDAY,
      window: at % 3 ? "morning" : "school-hours",
      visits: 2,
    }));
    const answers = await Promise.all(choices.map((choice) => hold(db, { draftId: mine, patchId, ...choice })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const held = (await allSlots(db)).filter(({ draftId }) => draftId !== null);
    expect([held.length, new Set(held.map(({ date }) => date)).size]).toEqual([2, 1]);
  });

  test("is promised under the window that was chosen, whatever slot serves it", async () => {
    const { db, mine, patchId } = await start(["morning"]);
    expect(await offersIn(db, patchId)).toEqual(["morning", "all-day", "school-hours"].map((window) => `${THURSDAY}.${window}`));
    expect((await hold(db, { draftId: mine, window: "school-hours", patchId })).ok).toBe(true);
    expect(await findHold(db, { draftId: mine, now: NOW })).toMatchObject({ date: THURSDAY, window: "school-hours" });
    expect(await slotsOfDraft(db, mine)).toEqual([`${THURSDAY} morning 1`]);
  });

  test("of overlapping windows shares no capacity beyond the slots", async () => {
    const { db, world, mine, other, patchId } = await start(["morning", "school-hours"]);
    expect((await hold(db, { draftId: mine, window: "school-hours", patchId })).ok).toBe(true);
    expect(await slotsOfDraft(db, mine)).toEqual([`${THURSDAY} school-hours 1`]);
    expect((await hold(db, { draftId: other, window: "school-hours", patchId })).ok).toBe(true);
    expect(await slotsOfDraft(db, other)).toEqual([`${THURSDAY} morning 1`]);
    expect(await hold(db, { draftId: await addDraft(db, world), window: "school-hours", patchId })).toEqual(GONE);
  });

  test("can be extended more than ten times, and not for ever", async () => {
    const { db, mine, patchId } = await start(["morning"]);
    await hold(db, { draftId: mine, patchId });
    let now = NOW;
    let extended = 0;
    for (; extended < 100; extended++) {
      now = addMinutes(now, 8);
      const until = await extendHold(db, { draftId: mine, rules: RULES, now });
      if (!until) break;
      expect(until <= addMinutes(NOW, 120)).toBe(true);
    }
    expect(extended).toBe(14);
    expect((await findHold(db, { draftId: mine, now }))?.expiresAt).toEqual(addMinutes(NOW, 120));
  });

  test("extended with the last minute left ten times over stays its own throughout", async () => {
    const { db, mine, other, patchId } = await start(["morning"]);
    await hold(db, { draftId: mine, patchId });
    for (let times = 1; times <= 10; times++) {
      const now = addMinutes(NOW, times * 10);
      expect(await extendHold(db, { draftId: mine, rules: RULES, now })).toEqual(addMinutes(now, 10));
      expect(await hold(db, { draftId: other, patchId, now })).toEqual(GONE);
    }
  });

  describe("is refused", () => {
    test.each([
      ["before the lead time", { date: "2026-11-23" }],
      ["past the horizon", { date: "2027-02-25" }],
      ["in a window that is not worked that weekday", { date: "2026-11-28", window: "school-hours" }],
      ["in a window that does not exist", { window: "evening" }],
      ["to another trade", { trade: "roofing" }],
      ["to another patch", { patchId: "elsewhere" }],
    ])("%s, though a slot is free", async (_, wish) => {
      const { db, ann, mine, patchId } = await start(["morning"]);
      for (const date of ["2026-11-23", "2026-11-28", "2027-02-25"]) await addSlots(db, { operativeId: ann, date });
      expect(await hold(db, { draftId: mine, patchId, ...wish })).toEqual(GONE);
      expect(await slotsOfDraft(db, mine)).toEqual([]);
    });
  });

  test("needs a draft", async () => {
    const { db, patchId } = await start(["morning"]);
    await expect(hold(db, { draftId: "nobody", patchId })).rejects.toThrow("No draft nobody");
  });

  test("a home without a patch is served from every patch, and nobody who has left is offered", async () => {
    const { db, mine } = await start(["morning"]);
    expect(await offersIn(db, null)).toContain(`${THURSDAY}.morning`);
    expect((await hold(db, { draftId: mine, patchId: null })).ok).toBe(true);
    const gone = await addOperative(db, { active: false });
    await addSlots(db, { operativeId: gone, date: FRIDAY });
    expect(await offersIn(db, null)).toEqual([]);
  });

  test("takes who has fewest trades, then who has most jobs near by", async () => {
    const { db, world, ann, mine, other, patchId } = await start(["morning"]);
    const [bob, cat] = [
      await addOperative(db, { patches: [patchId] }),
      await addOperative(db, { patches: [patchId], trades: ["plumbing", "tiling"] }),
    ];
    for (const operativeId of [bob, cat]) await addSlots(db, { operativeId });
    const [afternoon = ""] = await addSlots(db, { operativeId: bob, windows: ["afternoon"] });
    await addAppointment(db, { repairId: await addTap(db, world), window: "afternoon", slotIds: [afternoon] });
    const takers: (string | undefined)[] = [];
    for (const draftId of [mine, other, await addDraft(db, world)]) {
      await hold(db, { draftId, patchId });
      takers.push((await allSlots(db)).find((slot) => slot.draftId === draftId)?.operativeId);
    }
    expect(takers).toEqual([bob, ann, cat]);
  });
});
