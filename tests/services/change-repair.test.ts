import { expect, test } from "vitest";
import { bookRepair } from "#app/services/book-repair.server.ts";
import { cancelRepair } from "#app/services/cancel-repair.server.ts";
import { changePriority, proveRepair } from "#app/services/change-repair.server.ts";
import { editReport } from "#app/services/edit-report.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addDrafts, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { type OpenFresh, onBothEngines } from "#tests/support/engines.ts";
import { addContactOf, repairById } from "#tests/support/repairs.ts";
import { addSlotWorld, addTap, allSlots, hold } from "#tests/support/slot-world.ts";

const officer = { who: "officer", now: NOW };
const MORNING = { date: THURSDAY, window: "morning" };

/** A plumber with free mornings on Thursday. */
async function start(open: OpenFresh, mornings = 1) {
  const db = await open();
  const world = await addSlotWorld(db);
  const operativeId = await addOperative(db, { patches: [world.patchId] });
  const slotIds = await addSlots(db, { operativeId, windows: Array(mornings).fill("morning") });
  const tap = async () => {
    const repair = await repairById(db, await addTap(db, world));
    await addContactOf(db, repair.id);
    return { repair, version: repair.version, ...officer };
  };
  return { db, world, slotIds, tap };
}

const eventsOf = (db: Db) => db.read.select().from(db.schema.events);

onBothEngines("a repair", (open) => {
  test("has its details put right once: what stood before is kept apart, the trace names the fields alone, and an older form is refused", async () => {
    const { db, tap } = await start(open);
    const seen = await tap();
    const { contacts, contactsBefore } = db.schema;
    const [contact] = await db.read.select().from(contacts);
    if (!contact) throw new Error("There are no details");
    const answer = { description: "It pours", name: "Ann Tenant", phone: "07700 900 001", email: "", visitName: "Bo Friend" };
    const edit = { ...seen, contact, answer: { ...answer, visitPhone: "", visitEmail: "", confirmBy: "text" } };
    expect(await editReport(db, edit)).toBe(true);
    expect(await db.read.select().from(contacts)).toMatchObject([
      { description: "It pours", phone: "+447700900001", visitName: "Bo Friend", email: null, version: 1 },
    ]);
    expect(await db.read.select().from(contactsBefore)).toMatchObject([
      { repairId: seen.repair.id, version: 0, values: { description: "It drips", phone: "+447700900982", visitName: null } },
    ]);
    const [event] = await eventsOf(db);
    expect(event).toMatchObject({ who: "officer", what: "details changed", channel: "office", before: { contactVersion: 0 } });
    expect(event?.after).toEqual({ fields: "description visitName phone", contactVersion: 1 });

    expect(await editReport(db, { ...edit, answer: { ...edit.answer, name: "Cy Other" } })).toBe(false);
    const [now] = await db.read.select().from(contacts);
    expect(now).toMatchObject({ name: "Ann Tenant", version: 1 });
    expect(await editReport(db, { ...edit, ...(now && { contact: now }) }), "sent twice").toBe(true);
    expect(await eventsOf(db)).toHaveLength(1);
  });

  test("gets another priority and its target from when it was raised; the promise before stays in the trace", async () => {
    const { db, tap } = await start(open);
    const seen = await tap();
    const change = { ...seen, reason: "worse", note: "Water on the floor", rules: RULES, nation: "england", staffName: "Ada" };
    expect(await changePriority(db, { ...change, priority: "emergency" })).toBe(true);
    const changed = await repairById(db, seen.repair.id);
    expect(changed).toMatchObject({ priority: "emergency", dueOn: "2026-11-24", dueAt: new Date("2026-11-24T09:00:00Z"), version: 1 });
    expect(await db.read.select().from(db.schema.emergencies)).toMatchObject([{ acknowledgedBy: "Ada", dispatchedAt: null }]);
    expect(await db.read.select().from(db.schema.repairNotes)).toMatchObject([{ words: "Water on the floor", who: "officer" }]);
    const [event] = await eventsOf(db);
    expect(event?.before).toEqual({ priority: "routine", dueOn: "2026-12-21", dueAt: null });
    expect(event?.after).toEqual({
      ...{ priority: "emergency", dueOn: "2026-11-24", dueAt: "2026-11-24T09:00:00.000Z" },
      ...{ reason: "worse", repairVersion: 1 },
    });
    expect(await changePriority(db, { ...change, priority: "urgent" }), "an older form").toBe(false);
    expect(await changePriority(db, { ...change, version: 1, priority: "none" })).toBe(false);
    expect(await proveRepair(db, { ...seen, version: 1 })).toBe(true);
    expect(await repairById(db, seen.repair.id)).toMatchObject({ priority: "emergency", proven: true, version: 2 });
  });

  test("is booked once: an offer that is gone leaves it as it was, and two officers book it for one time", async () => {
    const { db, tap } = await start(open, 3);
    const [first, second] = [await tap(), await tap()];
    const booking = { offer: MORNING, visits: 1, rules: RULES };
    for (const offer of [
      { ...MORNING, window: "afternoon" },
      { ...MORNING, date: "2030-01-01" },
      { ...MORNING, window: "constructor" },
    ])
      expect(await bookRepair(db, { ...first, ...booking, offer })).toEqual({ ok: false, reason: "slot-gone" });
    expect(await repairById(db, first.repair.id)).toMatchObject({ version: 0 });
    const twice = await Promise.all([bookRepair(db, { ...first, ...booking }), bookRepair(db, { ...first, ...booking })]);
    expect(twice).toEqual(expect.arrayContaining([{ ok: true }, { ok: false, reason: "stale" }]));
    expect(await bookRepair(db, { ...second, ...booking, visits: 2 })).toEqual({ ok: true });
    const slots = await allSlots(db);
    expect(slots.filter(({ appointmentId }) => appointmentId === null)).toEqual([]);
    expect(await db.read.select().from(db.schema.appointments)).toMatchObject([
      { repairId: first.repair.id, windowName: "Morning", starts: "08:00", slotsNeeded: 1, status: "booked" },
      { repairId: second.repair.id, slotsNeeded: 2 },
    ]);
    const third = await tap();
    expect(await bookRepair(db, { ...third, ...booking })).toEqual({ ok: false, reason: "slot-gone" });
    expect(await repairById(db, third.repair.id)).toMatchObject({ version: 0, waitsFor: null });
  });

  test("is cancelled while tenants book: its slots are free at once, each goes to one of them, and no other appointment loses its own", async () => {
    const { db, world, slotIds, tap } = await start(open, 12);
    const repairs = [];
    for (const slotId of slotIds) {
      const seen = await tap();
      repairs.push({ ...seen, appointmentId: await addAppointment(db, { repairId: seen.repair.id, slotIds: [slotId] }) });
    }
    const [kept, cancelled] = [repairs.slice(0, 4), repairs.slice(4)];
    const drafts = await addDrafts(db, 20, { catalogueId: world.catalogueId });
    const reason = { reason: "not-wanted", note: "", duplicateOf: null };
    const cancels = cancelled.flatMap((seen) => [cancelRepair(db, { ...seen, ...reason }), cancelRepair(db, { ...seen, ...reason })]);
    const holds = drafts.map((draftId) => hold(db, { draftId, patchId: world.patchId }));
    const answers = await Promise.all(cancels);
    await Promise.all(holds);
    expect(answers.filter(Boolean)).toHaveLength(8);
    for (const draftId of drafts) await hold(db, { draftId, patchId: world.patchId });

    const slots = await allSlots(db);
    const owners = slots.map(({ appointmentId, draftId }) => appointmentId ?? draftId);
    expect(new Set(owners).size).toBe(12);
    expect(owners).not.toContain(null);
    expect(slots.flatMap(({ appointmentId }) => appointmentId ?? []).sort()).toEqual(kept.map(({ appointmentId }) => appointmentId).sort());
    const statuses = (await db.read.select().from(db.schema.appointments)).map(({ id, status }) => [id, status]);
    expect(new Map(statuses as [string, string][])).toEqual(
      new Map(repairs.map((of) => [of.appointmentId, kept.includes(of) ? "booked" : "cancelled"])),
    );
    const [one] = cancelled;
    expect(one && (await repairById(db, one.repair.id))).toMatchObject({ status: "cancelled", closedAt: NOW, closedWhy: "not-wanted" });
    const events = (await eventsOf(db)).filter(({ repairId }) => repairId === one?.repair.id);
    expect(events.map(({ what }) => what)).toEqual(["appointment cancelled", "cancelled"]);
    expect(new Set(events.map(({ changeId }) => changeId)).size).toBe(1);
  });
});
