import { expect, test } from "vitest";
import { changeSlots } from "#app/services/change-slots.server.ts";
import { findHold } from "#app/services/find-hold.server.ts";
import { giveAppointment, listTakers } from "#app/services/give-appointment.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addDrafts, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, addTap, allSlots, hold } from "#tests/support/slot-world.ts";

const officer = { who: "officer", now: NOW };
const PROMISE = { purpose: "repair", date: THURSDAY, window: "morning", slotsNeeded: 1 };
const when = { rules: RULES, now: NOW };

const states = async (db: Db) => (await allSlots(db)).map(({ open, withdrawn, reason }) => [open, withdrawn, reason]);

onBothEngines("changing slots", (open) => {
  async function start(windows: string[]) {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { patches: [world.patchId] });
    return { db, world, ann, ids: await addSlots(db, { operativeId: ann, windows }) };
  }

  test("stops, withdraws and reopens each as it stands; what cannot be changed so stays and is named", async () => {
    const { db, world, ids } = await start(["morning", "morning", "afternoon"]);
    const [booked = "", free = "", other = ""] = ids;
    await addAppointment(db, { repairId: await addTap(db, world), slotIds: [booked] });
    expect(await changeSlots(db, { ids, change: "stop", reason: "training", ...officer })).toEqual({
      changeId: expect.any(String),
      changed: [free, other],
      refused: [{ slotId: booked, why: "booked" }],
    });
    expect(await states(db)).toEqual([
      [true, false, null],
      [false, false, "training"],
      [false, false, "training"],
    ]);
    expect(await changeSlots(db, { ids: [booked, free], change: "withdraw", reason: "sick", ...officer })).toMatchObject({ refused: [] });
    expect(await changeSlots(db, { ids: [...ids, "none"], change: "reopen", reason: null, ...officer })).toMatchObject({ refused: [] });
    expect(await states(db)).toEqual(Array(3).fill([true, false, null]));
    expect((await allSlots(db)).map(({ appointmentId }) => appointmentId !== null)).toEqual([true, false, false]);
    const events = await db.read.select().from(db.schema.events);
    expect(events.map(({ what }) => what).sort()).toEqual([
      ...["slot reopened", "slot reopened", "slot reopened", "slot stopped", "slot stopped", "slot withdrawn", "slot withdrawn"],
    ]);
    expect(events.filter(({ repairId }) => repairId !== null).map(({ what }) => what)).toEqual(["slot withdrawn", "slot reopened"]);
  });

  test("changes nothing on a date that is over", async () => {
    const { db, ids } = await start(["morning"]);
    const late = { ...officer, now: new Date("2026-11-27T00:00:00Z") };
    expect(await changeSlots(db, { ids, change: "stop", reason: "x", ...late })).toEqual({
      changeId: undefined,
      changed: [],
      refused: [{ slotId: ids[0], why: "over" }],
    });
    expect(await states(db)).toEqual([[true, false, null]]);
  });

  test("ends the hold of whoever was booking, both visits of it", async () => {
    const { db, world, ids } = await start(["morning", "afternoon"]);
    const draftId = await addDraft(db, world);
    await hold(db, { draftId, patchId: world.patchId, visits: 2 });
    await changeSlots(db, { ids: ids.slice(0, 1), change: "stop", reason: "x", ...officer });
    expect(await findHold(db, { draftId, now: NOW })).toBeUndefined();
    expect((await allSlots(db)).filter((slot) => slot.draftId !== null)).toEqual([]);
  });

  test("while people book them: nothing that is closed is held, and no hold that was acknowledged and not closed is lost", async () => {
    const { db, world, ids } = await start(Array(20).fill("morning"));
    const drafts = await addDrafts(db, 30, { catalogueId: world.catalogueId });
    const holds = drafts.map((draftId) => hold(db, { draftId, patchId: world.patchId }));
    await holds[0];
    const stop = changeSlots(db, { ids: ids.slice(0, 10), change: "stop", reason: "x", ...officer });
    await Promise.all([...holds, stop]);
    const slots = await allSlots(db);
    expect(slots.filter((slot) => !slot.open)).toHaveLength(10);
    expect(slots.filter((slot) => !slot.open && slot.draftId !== null)).toEqual([]);
    const holders = slots.flatMap(({ draftId }) => draftId ?? []);
    expect(new Set(holders).size).toBe(holders.length);
    expect(holders.length).toBe(10);
  });
});

onBothEngines("giving a visit to somebody else", (open) => {
  async function start() {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { name: "Ann", patches: [world.patchId] });
    const [slotId = ""] = await addSlots(db, { operativeId: ann });
    const repairId = await addTap(db, world);
    const appointmentId = await addAppointment(db, { repairId, slotIds: [slotId] });
    return { db, world, ann, slotId, appointment: { id: appointmentId, repairId, ...PROMISE } };
  }

  test("is to those who are able and free in the same window; the closed slot stays closed, and the promise as it was", async () => {
    const { db, world, slotId, appointment } = await start();
    const bob = await addOperative(db, { name: "Bob", patches: [world.patchId] });
    const other = await addOperative(db, { name: "Other trade", trades: ["roofing"], patches: [world.patchId] });
    const late = await addOperative(db, { name: "Afternoons", patches: [world.patchId] });
    await addSlots(db, { operativeId: bob });
    await addSlots(db, { operativeId: other });
    await addSlots(db, { operativeId: late, windows: ["afternoon"] });
    await changeSlots(db, { ids: [slotId], change: "withdraw", reason: "sick", ...officer });
    expect(await listTakers(db, appointment, when)).toEqual([{ id: bob, name: "Bob" }]);
    for (const operativeId of [other, late, "nobody"])
      expect(await giveAppointment(db, { appointmentId: appointment.id, operativeId, ...when, who: "officer" })).toEqual({
        ok: false,
        reason: "taken",
      });
    expect(await giveAppointment(db, { appointmentId: appointment.id, operativeId: bob, ...when, who: "officer" })).toMatchObject({
      ok: true,
    });
    const slots = await allSlots(db);
    expect(slots.filter(({ appointmentId }) => appointmentId === appointment.id).map(({ operativeId }) => operativeId)).toEqual([bob]);
    expect(slots.find(({ id }) => id === slotId)).toMatchObject({ open: false, appointmentId: null, part: null });
    expect(await db.read.select().from(db.schema.appointments)).toMatchObject([{ date: THURSDAY, window: "morning", status: "booked" }]);
    expect((await db.read.select().from(db.schema.events)).at(-1)).toMatchObject({
      what: "given to another operative",
      repairId: appointment.repairId,
    });
    expect(await giveAppointment(db, { appointmentId: "none", operativeId: bob, ...when, who: "officer" })).toEqual({
      ok: false,
      reason: "not-booked",
    });
  });

  test("while tenants take the same slots: never a double booking, never a lost appointment", async () => {
    const { db, world } = await start();
    const [ann, bob] = [await addOperative(db, { patches: [world.patchId] }), await addOperative(db, { patches: [world.patchId] })];
    const own = await addSlots(db, { operativeId: ann, windows: Array(12).fill("morning") });
    await addSlots(db, { operativeId: bob, windows: Array(12).fill("morning") });
    const given: string[] = [];
    for (const slotId of own) given.push(await addAppointment(db, { repairId: await addTap(db, world), slotIds: [slotId] }));
    const fridays = await addSlots(db, { operativeId: ann, date: "2026-11-27", windows: Array(12).fill("morning") });
    const moving: string[] = [];
    for (const slotId of fridays)
      moving.push(await addAppointment(db, { repairId: await addTap(db, world), date: "2026-11-27", slotIds: [slotId] }));
    const offer = { date: THURSDAY, window: "morning" };
    const answers = await Promise.all([
      ...given.map((appointmentId) => giveAppointment(db, { appointmentId, operativeId: bob, ...when, who: "officer" })),
      ...moving.map((appointmentId) => moveAppointment(db, { appointmentId, offer, ...when, who: "tenant", channel: "online" })),
    ]);
    const gave = answers.slice(0, 12).filter(({ ok }) => ok).length;
    expect(gave).toBeGreaterThan(0);
    const slots = await allSlots(db);
    for (const id of [...given, ...moving]) expect(slots.filter(({ appointmentId }) => appointmentId === id)).toHaveLength(1);
    const taken = slots.filter(({ appointmentId }) => appointmentId !== null).map(({ appointmentId }) => appointmentId);
    expect(new Set(taken).size).toBe(taken.length);
  });
});
