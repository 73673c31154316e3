import { addMinutes } from "date-fns";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { applyClosing, proposeClosing } from "#app/services/apply-closing.server.ts";
import { endClosingNow } from "#app/services/end-closing.server.ts";
import { findHold } from "#app/services/find-hold.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { undoChange } from "#app/services/undo-change.server.ts";
import type { Db } from "#db/client.ts";
import { countToMove } from "#db/queries/to-move.ts";
import { addAppointment, addDrafts, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { absence, away, OFFICER } from "#tests/support/closings.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, addTap, allSlots, hold } from "#tests/support/slot-world.ts";

const FRIDAY = "2026-11-27";

const standing = async (db: Db) => (await allSlots(db)).map(({ id, open, reason }) => [id, open, reason]);
const holderOf = async (db: Db, id: string) => (await allSlots(db)).find(({ appointmentId }) => appointmentId === id)?.operativeId;
const toMove = (db: Db) => countToMove(db.read, db.schema, "2026-11-23");

onBothEngines("an absence", (open) => {
  async function start(windows: string[]) {
    const db = await open();
    const world = await addSlotWorld(db);
    const patches = [world.patchId];
    const [ann, bob] = [await addOperative(db, { name: "Ann", patches }), await addOperative(db, { name: "Bob", patches })];
    const slotIds = await addSlots(db, { operativeId: ann, windows });
    const book = async (slot: string[], date = THURSDAY) => addAppointment(db, { repairId: await addTap(db, world), slotIds: slot, date });
    return { db, world, ann, bob, slotIds, patchId: world.patchId, book };
  }

  test("is proposed with what it does, and nothing changes; applied, it does just that", async () => {
    const { db, ann, bob, slotIds, book } = await start(["morning", "morning", "afternoon"]);
    const [first, second] = [await book(slotIds.slice(0, 1)), await book(slotIds.slice(1, 2))];
    await addSlots(db, { operativeId: bob });
    const before = [await allSlots(db), await db.read.select().from(db.schema.events), await db.read.select().from(db.schema.absences)];
    const effect = await proposeClosing(db, { closing: absence([ann]), ...OFFICER });
    expect([effect.slots, effect.given.map(({ operative }) => operative), effect.left.length]).toEqual([3, ["Bob"], 1]);
    expect([await allSlots(db), await db.read.select().from(db.schema.events), await db.read.select().from(db.schema.absences)]).toEqual(
      before,
    );
    const applied = await away(db, [ann], { give: true });
    expect(applied.given.map(({ visit }) => visit.appointment.id)).toEqual(effect.given.map(({ visit }) => visit.appointment.id));
    const [given] = applied.given.map(({ visit }) => visit.appointment.id);
    const left = given === first ? second : first;
    expect([await holderOf(db, given ?? ""), await holderOf(db, left)]).toEqual([bob, ann]);
    expect(applied.left.map(({ appointment }) => appointment.id)).toEqual([left]);
    expect(await toMove(db)).toBe(1);
    const events = await db.read.select().from(db.schema.events);
    expect(events.every(({ changeId }) => changeId === applied.changeId)).toBe(true);
    expect(events.map(({ what, appointmentId }) => [what, appointmentId]).sort()).toEqual(
      [
        ["absence added", null],
        ["given to another operative", given],
        ["needs moving", left],
      ].sort(),
    );
  });

  test("gives a hazard before a tap, where one can be given", async () => {
    const { db, ann, bob, slotIds, book } = await start(["morning", "morning"]);
    await book(slotIds.slice(0, 1));
    const mould = await book(slotIds.slice(1));
    await db.write(async (tx) => {
      const { repairs, appointments } = db.schema;
      const all = await tx.select().from(appointments);
      const repairId = all.find(({ id }) => id === mould)?.repairId ?? "";
      await tx.update(repairs).set({ hazard: "damp-and-mould" }).where(eq(repairs.id, repairId));
    });
    await addSlots(db, { operativeId: bob });
    expect((await away(db, [ann], { give: true })).given.map(({ visit }) => visit.appointment.id)).toEqual([mould]);
  });

  test("of a part of the day closes what it overlaps; a whole visit of two slots needs moving once", async () => {
    const { db, ann, slotIds, book } = await start(["morning", "afternoon", "all-day"]);
    await book(slotIds.slice(0, 2));
    const effect = await away(db, [ann], { starts: "08:00", ends: "12:00" });
    expect(effect.left.length).toBe(1);
    expect((await standing(db)).map(([, isOpen]) => isOpen)).toEqual([false, true, false]);
    expect(await toMove(db)).toBe(1);
  });

  test("ends the holds on it, whole; and when it ends its slots open again, but for what another one covers", async () => {
    const { db, world, ann, slotIds, patchId } = await start(["morning", "afternoon"]);
    const draftId = await addDraft(db, world);
    await hold(db, { draftId, patchId, visits: 2 });
    await away(db, [ann], { starts: "08:00", ends: "12:00" });
    expect(await findHold(db, { draftId, now: NOW })).toBeUndefined();
    expect((await allSlots(db)).map(({ draftId: holder }) => holder)).toEqual([null, null]);
    const closure = { what: "closure", reason: "Snow", tradeId: "plumbing", patchId, window: "morning" } as const;
    await applyClosing(db, {
      closing: { ...closure, fromDate: THURSDAY, untilDate: FRIDAY, starts: null, ends: null },
      give: true,
      ...OFFICER,
    });
    const [sick] = await db.read.select().from(db.schema.absences);
    const ending = { what: "absences", id: sick?.id ?? "", who: "officer", now: NOW } as const;
    expect([await endClosingNow(db, ending), await endClosingNow(db, ending)]).toEqual([true, false]);
    expect(await standing(db)).toEqual([
      [slotIds[0], false, "Snow"],
      [slotIds[1], true, null],
    ]);
  });

  test("is undone within ten minutes: slots, visits and the absence itself are as they were, but for what was booked since", async () => {
    const { db, ann, bob, slotIds, book } = await start(["morning", "morning", "afternoon"]);
    const [given, left] = [await book(slotIds.slice(0, 1)), await book(slotIds.slice(1, 2))];
    const [taken = ""] = await addSlots(db, { operativeId: bob });
    const { changeId } = await away(db, [ann], { give: true });
    expect((await allSlots(db)).find(({ id }) => id === taken)?.appointmentId).toBeTruthy();
    const undone = await undoChange(db, { id: changeId, who: "officer", now: addMinutes(NOW, 9) });
    expect(undone.ok).toBe(true);
    expect([await holderOf(db, given), await holderOf(db, left), await toMove(db)]).toEqual([ann, ann, 0]);
    expect((await standing(db)).map(([, isOpen]) => isOpen)).toEqual([true, true, true, true]);
    expect((await db.read.select().from(db.schema.absences)).map(({ endedAt }) => endedAt !== null)).toEqual([true]);
    const { changeId: second } = await away(db, [ann], { give: true });
    expect(await undoChange(db, { id: second, who: "officer", now: addMinutes(NOW, 11) })).toEqual({ ok: false, reason: "late" });
  });

  test("while it is being booked: every acknowledged booking keeps its slot, and is named or refused", async () => {
    const { db, world, ann, bob, patchId, book } = await start(Array(30).fill("morning"));
    await addSlots(db, { operativeId: bob, windows: Array(4).fill("morning") });
    const jobs: string[] = [];
    for (const slotId of await addSlots(db, { operativeId: ann, date: FRIDAY, windows: Array(30).fill("morning") }))
      jobs.push(await book([slotId], FRIDAY));
    const offer = { date: THURSDAY, window: "morning" };
    const toThursday = (appointmentId: string) =>
      moveAppointment(db, { appointmentId, offer, rules: RULES, who: "tenant", channel: "online", now: NOW });
    const moves = jobs.slice(0, 15).map(toThursday);
    const holds = (await addDrafts(db, 10, { catalogueId: world.catalogueId })).map((draftId) => hold(db, { draftId, patchId }));
    await moves[0];
    const absent = away(db, [ann], { give: true });
    const answers = await Promise.all([...moves, ...jobs.slice(15).map(toThursday)]);
    await Promise.all(holds);
    const effect = await absent;
    const slots = await allSlots(db);
    for (const [at, id] of jobs.entries()) {
      const own = slots.filter(({ appointmentId }) => appointmentId === id);
      expect(own.map(({ date }) => date)).toEqual([answers[at]?.ok ? THURSDAY : FRIDAY]);
    }
    const stranded = slots.filter(({ operativeId, date, appointmentId }) => operativeId === ann && date === THURSDAY && appointmentId);
    expect(effect.left.map(({ appointment }) => appointment.id).sort()).toEqual(stranded.map(({ appointmentId }) => appointmentId).sort());
    expect(effect.given.length).toBeLessThanOrEqual(4);
    expect(slots.filter((slot) => slot.operativeId === ann && slot.date === THURSDAY && (slot.open || slot.draftId))).toEqual([]);
  });
});
