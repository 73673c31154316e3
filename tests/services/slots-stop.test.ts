import { expect, test } from "vitest";
import { findHold } from "#app/services/find-hold.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { stopDay } from "#app/services/stop-day.server.ts";
import { addAppointment, addDrafts, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, addTap, allSlots, hold } from "#tests/support/slot-world.ts";

const FRIDAY = "2026-11-27";
const officer = { who: "officer", channel: "office", now: NOW };

onBothEngines("stopping a day", (open) => {
  async function start(windows: string[]) {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { patches: [world.patchId] });
    return { db, world, ann, slotIds: await addSlots(db, { operativeId: ann, windows }), patchId: world.patchId };
  }

  test("closes every slot of the operative that day and names each appointment in it once", async () => {
    const { db, world, ann, slotIds } = await start(["morning", "afternoon", "all-day"]);
    const bob = await addOperative(db, { patches: [world.patchId] });
    await addSlots(db, { operativeId: bob });
    await addSlots(db, { operativeId: ann, date: FRIDAY });
    const booked = await addAppointment(db, { repairId: await addTap(db, world), slotIds: slotIds.slice(0, 2) });
    expect(await stopDay(db, { operativeId: ann, date: THURSDAY, ...officer })).toEqual([booked]);
    const slots = await allSlots(db);
    expect(slots.filter(({ open: isOpen }) => !isOpen).map(({ id }) => id)).toEqual(slotIds);
    expect(slots.filter(({ appointmentId }) => appointmentId === booked).map(({ id }) => id)).toEqual(slotIds.slice(0, 2));
    expect(await stopDay(db, { operativeId: ann, date: THURSDAY, ...officer })).toEqual([booked]);
  });

  test("leaves a trace, with and without appointments in it", async () => {
    const { db, world, ann, slotIds } = await start(["morning"]);
    await addAppointment(db, { repairId: await addTap(db, world), slotIds });
    await stopDay(db, { operativeId: ann, date: THURSDAY, ...officer });
    await stopDay(db, { operativeId: ann, date: FRIDAY, ...officer });
    const events = await db.read.select().from(db.schema.events).orderBy(db.schema.events.id);
    expect(events.map(({ what, appointmentId }) => [what, appointmentId !== null])).toEqual(
      expect.arrayContaining([
        ["day stopped", true],
        ["day stopped", false],
      ]),
    );
    expect(events.length).toBe(2);
  });

  test("ends the holds on it: nothing of it can be confirmed or taken any more", async () => {
    const { db, world, ann, patchId } = await start(["morning", "afternoon"]);
    const draftId = await addDraft(db, world);
    await hold(db, { draftId, patchId, visits: 2 });
    expect(await stopDay(db, { operativeId: ann, date: THURSDAY, ...officer })).toEqual([]);
    expect(await findHold(db, { draftId, now: NOW })).toBeUndefined();
    expect((await hold(db, { draftId, patchId })).ok).toBe(false);
  });

  test("while it is being booked: every acknowledged booking is named by the stop, or was refused", async () => {
    const { db, world, ann, patchId } = await start(Array(30).fill("morning"));
    const fridays = await addSlots(db, { operativeId: ann, date: FRIDAY, windows: Array(30).fill("morning") });
    const jobs: string[] = [];
    for (const slotId of fridays)
      jobs.push(await addAppointment(db, { repairId: await addTap(db, world), date: FRIDAY, slotIds: [slotId] }));
    const drafts = await addDrafts(db, 10, { catalogueId: world.catalogueId });
    const offer = { date: THURSDAY, window: "morning" };
    const moves = jobs
      .slice(0, 15)
      .map((appointmentId) => moveAppointment(db, { appointmentId, offer, rules: RULES, who: "tenant", channel: "online", now: NOW }));
    const holds = drafts.map((draftId) => hold(db, { draftId, patchId }));
    await moves[0];
    const stop = stopDay(db, { operativeId: ann, date: THURSDAY, ...officer });
    const late = jobs
      .slice(15)
      .map((appointmentId) => moveAppointment(db, { appointmentId, offer, rules: RULES, who: "tenant", channel: "online", now: NOW }));
    const answers = await Promise.all([...moves, ...late]);
    await Promise.all(holds);
    const acknowledged = jobs.filter((_, at) => answers[at]?.ok);
    expect(await stop).toEqual(acknowledged.toSorted());
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.length).toBeLessThan(jobs.length);
    const slots = await allSlots(db);
    for (const [at, id] of jobs.entries()) {
      const own = slots.filter(({ appointmentId }) => appointmentId === id).map(({ date }) => date);
      expect(own).toEqual([answers[at]?.ok ? THURSDAY : FRIDAY]);
    }
    expect(slots.filter(({ date, draftId, open: isOpen }) => date === THURSDAY && (draftId !== null || isOpen))).toEqual([]);
  });
});
