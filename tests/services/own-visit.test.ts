import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { instantAt } from "#app/domain/local-date.ts";
import { changeSlots } from "#app/services/change-slots.server.ts";
import { giveUpVisit } from "#app/services/give-up-visit.server.ts";
import { moveOwnVisit } from "#app/services/move-own-visit.server.ts";
import { askForCode, giveCode } from "#app/services/prove-repair.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addContactOf, repairById } from "#tests/support/repairs.ts";
import { addSlotWorld, addTap, allSlots } from "#tests/support/slot-world.ts";

const FRIDAY = "2026-11-27";
const CHANGES = { cutOffMinutes: 60, mostMoves: 3 };

const move = (db: Db, appointmentId: string, offer: { date: string; window: string }, now = NOW) =>
  moveOwnVisit(db, { appointmentId, offer, shown: [offer], rules: RULES, changes: CHANGES, now });

onBothEngines("tenants and staff at once", (open) => {
  /** Jobs on Thursday, each in a slot of its own; one plumber, who has one visit free on Friday morning. */
  async function start(jobs: number) {
    const db = await open();
    const world = await addSlotWorld(db);
    const operativeId = await addOperative(db, { patches: [world.patchId] });
    const own = await addSlots(db, { operativeId, windows: Array.from({ length: jobs }, () => "morning") });
    const [last = ""] = await addSlots(db, { operativeId, date: FRIDAY });
    const booked: string[] = [];
    for (const slotId of own) booked.push(await addAppointment(db, { repairId: await addTap(db, world), slotIds: [slotId] }));
    return { db, booked, last };
  }
  const holders = async (db: Db) => (await allSlots(db)).flatMap(({ appointmentId }) => appointmentId ?? []);

  test("twelve tenants want the last time while staff stop it: it is one's or nobody's, and each has exactly one visit", async () => {
    const { db, booked, last } = await start(12);
    const stop = changeSlots(db, { change: "stop", ids: [last], reason: "Van", who: "staff", now: NOW });
    const answers = await Promise.all([...booked.map((id) => move(db, id, { date: FRIDAY, window: "morning" })), stop]);
    const moved = answers.slice(0, -1).filter((answer) => "ok" in answer && answer.ok);
    expect(moved.length).toBeLessThanOrEqual(1);
    expect((await holders(db)).sort()).toEqual(booked.toSorted());
    const { appointments } = db.schema;
    const onFriday = await db.read.select().from(appointments).where(eq(appointments.date, FRIDAY));
    expect(onFriday.length).toBe(moved.length);
  });

  test("moved, given up and moved again at once, a visit is promised with one slot or not at all", async () => {
    const { db, booked } = await start(2);
    const [id = "", other = ""] = booked;
    const late = instantAt(THURSDAY, "07:30");
    const giveUp = () => giveUpVisit(db, { appointmentId: id, changes: CHANGES, now: late });
    const answers = await Promise.all([giveUp(), move(db, id, { date: FRIDAY, window: "morning" }), giveUp(), giveUp()]);
    expect(answers.filter((answer) => answer === "late" || answer === "in-time").length).toBe(1);
    expect(await holders(db)).toEqual([other]);
    const { appointments, events } = db.schema;
    const [appointment] = await db.read.select().from(appointments).where(eq(appointments.id, id));
    expect(appointment?.status).toBe("cancelled");
    expect(await repairById(db, appointment?.repairId ?? "")).toMatchObject({ status: "open", waitsFor: "call" });
    const told = (await db.read.select().from(events)).filter(({ what }) => what === "visit given up");
    expect(told.map(({ appointmentId }) => appointmentId)).toEqual([id]);
    expect(await move(db, id, { date: FRIDAY, window: "morning" })).toEqual({ ok: false, reason: "closed" });
  });

  test("a visit that nobody can come to is moved after its cut-off; one that somebody comes to is not", async () => {
    const { db, booked } = await start(1);
    const [id = ""] = booked;
    const late = instantAt(THURSDAY, "07:30");
    const toFriday = () => move(db, id, { date: FRIDAY, window: "morning" }, late);
    expect(await toFriday()).toEqual({ ok: false, reason: "late" });
    const { slots } = db.schema;
    await db.write((tx) => tx.update(slots).set({ open: false }).where(eq(slots.appointmentId, id)));
    expect(await toFriday()).toEqual({ ok: true });
    expect(await holders(db)).toEqual([id]);
  });

  test("twelve moves at once are no more than three", async () => {
    const { db, booked } = await start(1);
    const [id = ""] = booked;
    const back = { date: THURSDAY, window: "morning" };
    const away = { date: FRIDAY, window: "morning" };
    const wishes = Array.from({ length: 12 }, (_, at) => (at % 2 ? back : away));
    await Promise.all(wishes.map((offer) => move(db, id, offer)));
    const moves = (await db.read.select().from(db.schema.events)).filter(({ what }) => what === "appointment moved");
    expect(moves.length).toBe(3);
    expect(await holders(db)).toEqual([id]);
  });

  test("sixty codes at once are five tries, and asking at once sends one code after another", async () => {
    const db = await open();
    const world = await addSlotWorld(db);
    const repairId = await addTap(db, world);
    await addContactOf(db, repairId);
    const { repairs, messages, repairProofs } = db.schema;
    await db.write((tx) => tx.update(repairs).set({ reference: "7KQ4-9XMV" }).where(eq(repairs.id, repairId)));
    const by = { device: "device", from: undefined, now: NOW };
    const asked = await Promise.all(Array.from({ length: 4 }, () => askForCode(db, { reference: "7KQ4-9XMV", postcode: "FH11AA", ...by })));
    const codes = (await db.read.select().from(messages)).map(({ number, status }) => `${number} ${status}`);
    expect(codes.sort()).toEqual(["1 stopped", "2 stopped", "3 stopped", "4 waiting"]);
    const id = asked[0]?.ok ? asked[0].id : "";
    const guesses = Array.from({ length: 60 }, (_, at) => String(at).padStart(6, "0"));
    const opened = await Promise.all(guesses.map((code) => giveCode(db, { id, code, secret: "s", ...by })));
    expect(opened.filter((reference) => reference !== undefined)).toEqual([]);
    const [proof] = await db.read.select().from(repairProofs).where(eq(repairProofs.id, id));
    expect([proof?.tries, proof?.provenUntil]).toEqual([5, null]);
  });
});
