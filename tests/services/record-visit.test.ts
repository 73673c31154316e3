import { expect, test } from "vitest";
import { findOffers } from "#app/services/find-offers.server.ts";
import { recordVisit, type VisitStep } from "#app/services/record-visit.server.ts";
import { addAppointment, addOperative, addRepair, addSlots, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addSlotWorld, allSlots } from "#tests/support/slot-world.ts";

const AT_DOOR = new Date("2026-11-26T09:30:00Z");
const FRIDAY = { date: "2026-11-27", window: "morning" };

onBothEngines("saying how a visit goes", (open) => {
  async function start(repair: { hazard?: string } = {}) {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { patches: [world.patchId] });
    const [slotId = ""] = await addSlots(db, { operativeId: ann });
    const repairId = await addRepair(db, { ...world, ...repair });
    const appointmentId = await addAppointment(db, { repairId, slotIds: [slotId] });
    const says = (said: Partial<VisitStep>) =>
      recordVisit(db, {
        ...{ appointmentId, step: "done", why: null, note: null, submission: "form", offer: null, rules: RULES },
        ...{ who: "officer", channel: "office", now: AT_DOOR, ...said },
      });
    const stands = async () => {
      const { repairs, appointments, visits } = db.schema;
      const [[repair], promises, [visit]] = [
        await db.read.select().from(repairs),
        await db.read.select().from(appointments),
        await db.read.select().from(visits),
      ];
      const { status, waitsFor, closedAt } = repair ?? {};
      return { repair: { status, waitsFor, closedAt }, promises: promises.map((each) => `${each.purpose} ${each.status}`), visit };
    };
    const events = async () => await db.read.select().from(db.schema.events);
    return { db, world, ann, repairId, appointmentId, slotId, says, stands, events };
  }

  test("on the way, arrived, done: each once, the slot stays, and the repair is done", async () => {
    const { db, slotId, appointmentId, says, stands, events } = await start();
    expect(await says({ step: "on-the-way" })).toEqual({ ok: true });
    expect(await says({ step: "on-the-way", submission: "again" })).toEqual({ ok: true });
    expect(await says({ step: "arrived" })).toEqual({ ok: true });
    expect(await says({ step: "on-the-way", channel: "visit" })).toEqual({ ok: true });
    expect((await stands()).repair.status).toBe("open");
    expect(await says({ channel: "visit" })).toEqual({ ok: true });
    expect(await says({ channel: "visit" })).toEqual({ ok: true });
    expect(await says({ submission: "another form" })).toEqual({ ok: false, reason: "ended" });
    expect(await says({ step: "no-access", why: "knocked" })).toEqual({ ok: false, reason: "ended" });
    expect(await says({ appointmentId: "none" })).toEqual({ ok: false, reason: "none" });
    expect(await stands()).toMatchObject({
      repair: { status: "done", closedAt: AT_DOOR, waitsFor: null },
      promises: ["repair done"],
      visit: { onTheWayAt: AT_DOOR, arrivedAt: AT_DOOR, endedAt: AT_DOOR, outcome: "done" },
    });
    expect(await allSlots(db)).toMatchObject([{ id: slotId, appointmentId, open: true }]);
    expect((await events()).map(({ what }) => what)).toEqual(["on the way", "arrived", "visit done"]);
  });

  test("no access never closes a repair, and what was written at the door stays out of the trace", async () => {
    const { says, stands, events } = await start();
    const tried = { step: "no-access", why: "knocked-and-phoned", note: "A dog barked", channel: "visit" } as const;
    expect(await says(tried)).toEqual({ ok: true });
    expect(await stands()).toMatchObject({
      repair: { status: "open", waitsFor: "officer", closedAt: null },
      promises: ["repair done"],
      visit: { outcome: "no-access", why: "knocked-and-phoned", note: "A dog barked" },
    });
    expect(JSON.stringify(await events())).not.toContain("dog");
    expect((await events())[0]).toMatchObject({ what: "no access", channel: "visit", after: { why: "knocked-and-phoned" } });
  });

  test("a hazard is done when an officer says so, not when the operative does", async () => {
    const said = await start({ hazard: "damp-and-mould" });
    await said.says({ channel: "visit", who: "operative" });
    expect(await said.stands()).toMatchObject({ repair: { status: "open", waitsFor: "officer" }, promises: ["repair done"] });
    const closed = await start({ hazard: "damp-and-mould" });
    await closed.says({});
    expect((await closed.stands()).repair).toMatchObject({ status: "done", waitsFor: null });
  });

  test("a repair with another appointment to come stays open", async () => {
    const { db, repairId, says, stands } = await start();
    await addAppointment(db, { repairId, purpose: "investigation", date: "2026-11-30" });
    await says({});
    expect((await stands()).repair).toMatchObject({ status: "open", waitsFor: null });
  });

  test("more work takes the next time at once, or is left to an officer; a time that has gone changes nothing", async () => {
    const { db, world, ann, says, stands, events } = await start();
    expect(await says({ step: "more-work", offer: FRIDAY })).toEqual({ ok: false, reason: "slot-gone" });
    expect(await stands()).toMatchObject({ promises: ["repair booked"], visit: undefined });
    await addSlots(db, { operativeId: ann, date: FRIDAY.date });
    const wish = { trade: "plumbing", patchId: world.patchId, visits: 1, rules: RULES, dueOn: "2026-12-21", now: AT_DOOR };
    const [next] = await findOffers(db, wish);
    expect(next).toMatchObject(FRIDAY);
    expect(await says({ step: "more-work", note: "A new valve", offer: FRIDAY })).toEqual({ ok: true });
    expect(await says({ step: "more-work", note: "A new valve", offer: FRIDAY })).toEqual({ ok: true });
    expect(await stands()).toMatchObject({
      repair: { status: "open", waitsFor: null },
      promises: ["repair done", "further work booked"],
      visit: { outcome: "more-work", note: "A new valve" },
    });
    expect((await allSlots(db)).filter(({ date, appointmentId }) => date === FRIDAY.date && appointmentId !== null)).toHaveLength(1);
    const lines = await events();
    expect(lines.map(({ what }) => what).sort()).toEqual(["booked", "more work needed"]);
    expect(new Set(lines.map(({ changeId }) => changeId)).size).toBe(1);
  });

  test("nobody is done with a visit that nobody comes to, nor before its date; could-not waits for an officer", async () => {
    const { db, says, stands } = await start();
    expect(await says({ now: new Date("2026-11-25T20:00:00Z") })).toEqual({ ok: false, reason: "not-yet" });
    await db.write((tx) => tx.update(db.schema.slots).set({ open: false }));
    expect(await says({})).toEqual({ ok: false, reason: "nobody-comes" });
    expect(await says({ step: "could-not", why: "nobody-came" })).toEqual({ ok: true });
    expect(await stands()).toMatchObject({ repair: { status: "open", waitsFor: "officer" }, visit: { outcome: "could-not" } });
  });

  test("two officers at once end a visit once, and two visits of one repair close it once both are done", async () => {
    const { db, ann, repairId, says, stands, events } = await start();
    const outcomes = ["done", "no-access", "could-not", "more-work"] as const;
    const answers = await Promise.all(outcomes.map((step) => says({ step, why: null, submission: step })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await events()).toHaveLength(1);
    const both: string[] = [];
    await db.write((tx) => tx.update(db.schema.repairs).set({ status: "open", closedAt: null }));
    const slots = await addSlots(db, { operativeId: ann, windows: ["afternoon", "afternoon"] });
    for (const [at, slotId] of slots.entries())
      both.push(await addAppointment(db, { repairId, purpose: `part ${at}`, date: THURSDAY, slotIds: [slotId] }));
    expect(await Promise.all(both.map((appointmentId) => says({ appointmentId })))).toEqual([{ ok: true }, { ok: true }]);
    expect((await stands()).repair.status).toBe("done");
  });
});
