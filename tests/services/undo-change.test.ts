import { addMinutes } from "date-fns";
import { expect, test } from "vitest";
import { addSlot } from "#app/services/add-slot.server.ts";
import { changeSlots } from "#app/services/change-slots.server.ts";
import { findOffers } from "#app/services/find-offers.server.ts";
import { giveAppointment, giveVisits, listTakers } from "#app/services/give-appointment.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { prepareInstallation } from "#app/services/prepare-installation.server.ts";
import { undoChange } from "#app/services/undo-change.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addDrafts, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { addDraft, addSlotWorld, addTap, allSlots, hold, type SlotWorld } from "#tests/support/slot-world.ts";

const officer = { who: "officer", now: NOW };
const colleague = { who: "colleague", now: addMinutes(NOW, 9) };
const when = { rules: RULES, now: NOW };
const FRIDAY = "2026-11-27";

const standing = async (db: Db) =>
  (await allSlots(db)).map(({ open, withdrawn, reason, appointmentId }) => [open, withdrawn, reason, appointmentId]);
const refusedBy = async (db: Db) =>
  (await db.read.select().from(db.schema.changes)).map(({ what, slots, refused }) => [what, slots, refused]);

/** A visit in each slot. */
async function book(db: Db, world: SlotWorld, slotIds: string[], date = THURSDAY): Promise<string[]> {
  const made: string[] = [];
  for (const slotId of slotIds) made.push(await addAppointment(db, { repairId: await addTap(db, world), date, slotIds: [slotId] }));
  return made;
}

onBothEngines("undoing a change", (open) => {
  async function start(windows: string[]) {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { name: "Ann", patches: [world.patchId] });
    return { db, world, ann, ids: await addSlots(db, { operativeId: ann, windows }) };
  }

  test("puts back what nobody has changed since, its reason too, lists the rest, and can be done for ten minutes, once", async () => {
    const { db, world, ids } = await start(["morning", "morning", "afternoon", "morning"]);
    const [first = "", second = "", third = "", fourth = ""] = ids;
    const [visit] = await book(db, world, [fourth]);
    await changeSlots(db, { ids: [first], change: "stop", reason: "Training", ...officer });
    const before = await standing(db);
    const { changeId = "" } = await changeSlots(db, { ids, change: "withdraw", reason: "Sick", ...officer });
    await changeSlots(db, { ids: [third], change: "reopen", reason: null, who: "other", now: addMinutes(NOW, 1) });
    const undone = await undoChange(db, { id: changeId, ...colleague });
    expect(undone).toMatchObject({ ok: true });
    expect(await standing(db)).toEqual(before);
    expect(before).toEqual([
      [false, false, "Training", null],
      [true, false, null, null],
      [true, false, null, null],
      [true, false, null, visit],
    ]);
    expect((await refusedBy(db)).at(-1)).toEqual(["undo", 3, [{ slotId: third, why: "changed" }]]);
    const events = await db.read.select().from(db.schema.events);
    expect(events.filter(({ who }) => who === "colleague").map(({ what, appointmentId }) => [what, appointmentId])).toEqual(
      expect.arrayContaining([
        ["withdrawal undone", visit],
        ["withdrawal undone", null],
      ]),
    );
    expect(await undoChange(db, { id: changeId, ...colleague })).toEqual({ ok: false, reason: "undone" });
    const { changeId: later = "" } = await changeSlots(db, { ids: [second], change: "stop", reason: "x", ...officer });
    expect(await undoChange(db, { id: later, who: "officer", now: addMinutes(NOW, 10) })).toEqual({ ok: false, reason: "late" });
    expect(await undoChange(db, { id: "none", ...officer })).toEqual({ ok: false, reason: "none" });
    await changeSlots(db, { ids: [second], change: "reopen", reason: null, ...officer });
    expect(await undoChange(db, { id: later, ...officer })).toEqual({ ok: false, reason: "changed" });
  });

  test("leaves what a tenant has booked, or is booking, since", async () => {
    const { db, world, ids } = await start(["morning", "afternoon", "all-day"]);
    await changeSlots(db, { ids, change: "stop", reason: "x", ...officer });
    const { changeId = "" } = await changeSlots(db, { ids, change: "reopen", reason: null, ...officer });
    await book(db, world, ids.slice(0, 1));
    const draftId = await addDraft(db, world);
    expect(await hold(db, { draftId, patchId: world.patchId, window: "afternoon" })).toMatchObject({ ok: true });
    await undoChange(db, { id: changeId, ...colleague });
    expect((await allSlots(db)).map(({ open: isOpen, draftId: holder }) => [isOpen, holder])).toEqual([
      [true, null],
      [true, draftId],
      [false, null],
    ]);
    expect((await refusedBy(db)).at(-1)?.[2]).toEqual(
      expect.arrayContaining([
        { slotId: ids[0], why: "booked" },
        { slotId: ids[1], why: "held" },
      ]),
    );
  });

  test("gives visits back to whom they were taken from, also where one went into the slot another had left", async () => {
    const { db, world, ids } = await start(["morning"]);
    const bob = await addOperative(db, { name: "Bob", patches: [world.patchId] });
    const cal = await addOperative(db, { name: "Cal", patches: [world.patchId] });
    const bobs = await addSlots(db, { operativeId: bob });
    const [x = "", y = ""] = [...(await book(db, world, ids)), ...(await book(db, world, bobs))];
    await addSlots(db, { operativeId: cal });
    const before = await standing(db);
    const free = (await addSlots(db, { operativeId: cal, windows: ["afternoon"] })).at(0) ?? "";
    const given = await giveVisits(db, { slotIds: [...ids, ...bobs, free], ...when, who: "officer" });
    expect(given).toMatchObject({ changed: [...ids, ...bobs], refused: [{ slotId: free, why: "no-visit" }] });
    expect((await allSlots(db)).slice(0, 3).filter(({ appointmentId }) => appointmentId === null)).toHaveLength(1);
    await undoChange(db, { id: given.changeId ?? "", ...colleague });
    expect((await standing(db)).slice(0, 3)).toEqual(before);
    const again = await giveVisits(db, { slotIds: ids, operativeId: cal, ...when, who: "officer" });
    await moveAppointment(db, {
      ...{ appointmentId: x, offer: { date: THURSDAY, window: "afternoon" }, ...when },
      ...{ who: "tenant", channel: "online" },
    });
    expect(await undoChange(db, { id: again.changeId ?? "", ...colleague })).toEqual({ ok: false, reason: "changed" });
    expect((await allSlots(db)).find(({ appointmentId }) => appointmentId === y)?.operativeId).toBe(bob);
    expect(await giveVisits(db, { slotIds: bobs, operativeId: "nobody", ...when, who: "officer" })).toEqual({
      ...{ changeId: undefined, changed: [], refused: [{ slotId: bobs[0], why: "nobody" }] },
    });
  });

  test("while tenants book what was reopened and freed: never a double booking, never a lost appointment", async () => {
    const { db, world, ann, ids: own } = await start(Array(8).fill("morning"));
    const bob = await addOperative(db, { patches: [world.patchId] });
    await addSlots(db, { operativeId: bob, windows: Array(8).fill("morning") });
    const visits = await book(db, world, own);
    const closed = await addSlots(db, { operativeId: ann, windows: Array(8).fill("afternoon") });
    const fridays = await addSlots(db, { operativeId: ann, date: FRIDAY, windows: Array(8).fill("morning") });
    const moving = await book(db, world, fridays, FRIDAY);
    await changeSlots(db, { ids: closed, change: "stop", reason: "x", ...officer });
    const reopened = await changeSlots(db, { ids: closed, change: "reopen", reason: null, ...officer });
    const given = await giveVisits(db, { slotIds: own, operativeId: bob, ...when, who: "officer" });
    const drafts = await addDrafts(db, 12, { catalogueId: world.catalogueId });
    const asks = [
      ...drafts.map((draftId, at) => () => hold(db, { draftId, patchId: world.patchId, window: at % 2 ? "morning" : "afternoon" })),
      ...moving.map((appointmentId, at) => () => {
        const offer = { date: THURSDAY, window: at % 2 ? "morning" : "afternoon" };
        return moveAppointment(db, { appointmentId, offer, ...when, who: "tenant", channel: "online" });
      }),
    ];
    const undo = [reopened, given].map(({ changeId = "" }) => undoChange(db, { id: changeId, who: "officer", now: NOW }));
    const answers = await Promise.all([...asks.slice(0, 6).map((ask) => ask()), ...undo, ...asks.slice(6).map((ask) => ask())]);
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(1);
    const slots = await allSlots(db);
    for (const id of [...visits, ...moving]) expect(slots.filter(({ appointmentId }) => appointmentId === id)).toHaveLength(1);
    const holders = slots.flatMap(({ appointmentId, draftId }) => appointmentId ?? draftId ?? []);
    expect(new Set(holders).size).toBe(holders.length);
    expect(slots.filter((slot) => !slot.open && slot.draftId !== null)).toEqual([]);
  });

  test("withdraws an extra slot again, which stands after the operative's others and only where the window is worked", async () => {
    const { db, ann, ids } = await start(["morning"]);
    await prepareInstallation(db, { landlord: aLandlord(), isDemo: false, now: NOW });
    const extra = { operativeId: ann, date: THURSDAY, window: "morning", ...officer };
    const added = await addSlot(db, extra);
    const second = await addSlot(db, { ...extra, date: "2026-12-25" });
    const shown = async () => (await allSlots(db)).sort((a, b) => (a.date + a.place < b.date + b.place ? -1 : 1));
    expect((await shown()).map(({ date, place, extra: isExtra, starts }) => [date, place, isExtra, starts])).toEqual([
      [THURSDAY, 1, false, "08:00"],
      [THURSDAY, 2, true, "08:00"],
      ["2026-12-25", 1, true, "08:00"],
    ]);
    if (added.ok && second.ok) await undoChange(db, { id: added.changeId, ...colleague });
    expect((await shown()).map(({ id, open: isOpen, withdrawn }) => [id === ids[0], isOpen, withdrawn])).toEqual([
      [true, true, false],
      [false, false, true],
      [false, true, false],
    ]);
    const wrong = [{ date: "2026-11-22" }, { date: "2027-11-24" }, { window: "night" }, { operativeId: "nobody" }];
    const refusals = await Promise.all(wrong.map((each) => addSlot(db, { ...extra, ...each })));
    expect(refusals).toEqual(["date", "date", "window", "operative"].map((reason) => ({ ok: false, reason })));
  });
});

onBothEngines("who is able", (open) => {
  test("is accredited on the day of the visit where the trade asks for it, and competent where a hazard is investigated", async () => {
    const db = await open();
    const world = await addSlotWorld(db);
    const { accreditations, trades } = db.schema;
    const people = { trades: ["gas"], patches: [world.patchId] };
    const [none, ended, good] = [await addOperative(db, people), await addOperative(db, people), await addOperative(db, people)];
    for (const operativeId of [none, ended, good]) {
      for (const date of [THURSDAY, FRIDAY]) await addSlots(db, { operativeId, date });
    }
    await db.write(async (tx) => {
      await tx.update(trades).set({ accreditation: "gas" });
      await tx.insert(accreditations).values([
        { operativeId: ended, kind: "gas", endsOn: THURSDAY },
        { operativeId: good, kind: "gas", endsOn: FRIDAY },
        { operativeId: none, kind: "asbestos", endsOn: FRIDAY },
      ]);
      await tx.update(db.schema.operatives).set({ investigates: true });
      await tx.insert(trades).values({ id: "other", name: "Other" }).onConflictDoNothing();
    });
    const offers = async (patchId: string | null) =>
      (await findOffers(db, { trade: "gas", patchId, visits: 1, rules: RULES, dueOn: FRIDAY, now: NOW }))
        .filter(({ window }) => window === "morning")
        .map(({ date }) => date);
    expect(await offers(world.patchId)).toEqual([THURSDAY, FRIDAY]);
    expect(await offers(null)).toEqual([THURSDAY, FRIDAY]);
    const repairId = await addTap(db, world);
    await db.write((tx) => tx.update(db.schema.repairs).set({ trade: "gas" }));
    const thursday = { id: "x", repairId, purpose: "repair", date: THURSDAY, window: "morning", slotsNeeded: 1 };
    const ids = async (asked: Partial<typeof thursday>) => (await listTakers(db, { ...thursday, ...asked }, when)).map(({ id }) => id);
    expect(await ids({})).toEqual([ended, good]);
    expect(await ids({ date: FRIDAY })).toEqual([good]);
    await db.write((tx) => tx.update(db.schema.operatives).set({ investigates: false }));
    expect(await ids({ purpose: "investigation" })).toEqual([]);
    await db.write((tx) => tx.delete(accreditations));
    expect(await offers(world.patchId)).toEqual([]);
    const [slot = ""] = await addSlots(db, { operativeId: none, windows: ["afternoon"] });
    const [appointmentId = ""] = await book(db, world, [slot]);
    expect(await giveAppointment(db, { appointmentId, operativeId: good, ...when, who: "officer" })).toMatchObject({ ok: false });
    expect(await hold(db, { draftId: await addDraft(db, world), trade: "gas", patchId: world.patchId })).toMatchObject({ ok: false });
  });
});
