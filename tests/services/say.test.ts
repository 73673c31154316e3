import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { bookRepair } from "#app/services/book-repair.server.ts";
import { cancelRepair } from "#app/services/cancel-repair.server.ts";
import { giveAppointment } from "#app/services/give-appointment.server.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { recordVisit } from "#app/services/record-visit.server.ts";
import { proofCode } from "#app/services/repair-link.server.ts";
import { takeBackVisit } from "#app/services/take-back-visit.server.ts";
import { hashOf } from "#app/services/token.server.ts";
import { newId } from "#db/ids.ts";
import { addMessage } from "#db/queries/messages.ts";
import { addOperative, addSlots, RULES } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { repairById } from "#tests/support/repairs.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { messageWorld, OUTBOX } from "#tests/support/tenant-messages.ts";
import { CONTACT, MORNING, TAP, walk } from "#tests/support/walk.ts";

const LINK = /https:\/\/repairs\.test\/repair\/link\/([\w-]{43})$/;
const NONE_SUIT = "None of these times suit me";

onBothEngines("what a tenant is told", (open) => {
  /** A report of a dripping tap by a tenant, up to its end; and an outbox that stands where the reporter's clock does. */
  async function reported(choices: Parameters<typeof walk>[1], contact: Partial<typeof CONTACT> = {}, at?: string) {
    const world = await reportWorld(await open());
    if (at) world.clock.now = new Date(at);
    const browser = world.browser();
    const check = await walk(browser, [...TAP, ...choices, { ...CONTACT, ...contact }]);
    await browser.post(check.path);
    const { db } = world;
    const outbox = messageWorld(db);
    outbox.clock.now = world.clock.now;
    const [repair] = await db.read.select().from(db.schema.repairs);
    const [appointment] = await db.read.select().from(db.schema.appointments);
    const at_ = async (now: string) => {
      outbox.clock.now = new Date(now);
      return (await outbox.send()) ?? "nothing";
    };
    const said = () => outbox.handed.map(({ text }) => text.replace(LINK, "LINK"));
    const statuses = async () => (await outbox.rows()).map(({ kind, channel, status }) => `${kind} ${channel} ${status}`);
    return { ...world, ...outbox, at: at_, said, statuses, repairId: repair?.id ?? "", appointmentId: appointment?.id ?? "" };
  }

  test("of a repair from the report to its end, each once, and reminders of the time that counts", async () => {
    const world = await reported([MORNING]);
    const { db, appointmentId, at, said, handed, rows } = world;
    await addSlots(db, { operativeId: await addOperative(db, { patches: [world.patchId] }), windows: ["morning"] });
    expect([await at("2026-11-23T09:01:00Z"), await at("2026-11-23T09:02:00Z")]).toEqual(["1 sent", "nothing"]);
    const [, token = ""] = LINK.exec(handed[0]?.text ?? "") ?? [];
    const [first] = await rows();
    expect(first).toMatchObject({ kind: "reported-booked", event: world.repairId, tokenHash: hashOf(token) });

    const officer = { who: "officer", rules: RULES };
    const now = new Date("2026-11-24T10:00:00Z");
    const given = await giveAppointment(db, { appointmentId, ...officer, now });
    expect(given).toMatchObject({ ok: true });
    expect(await at("2026-11-24T11:00:00Z")).toBe("nothing");
    const move = { appointmentId, offer: { date: "2026-11-26", window: "afternoon" }, channel: "office", ...officer, now };
    expect(await moveAppointment(db, move)).toMatchObject({ ok: true });
    expect(await moveAppointment(db, move), "to where it is already").toEqual({ ok: true });
    expect(await at("2026-11-24T12:00:00Z")).toBe("1 sent");
    expect([await at("2026-11-25T17:59:00Z"), await at("2026-11-25T18:00:00Z"), await at("2026-11-26T08:00:00Z")]).toEqual([
      "nothing",
      "1 sent",
      "1 sent",
    ]);
    const step = { appointmentId, why: null, note: null, submission: "form", offer: null, ...officer, channel: "office" as const };
    const then = new Date("2026-11-26T12:30:00Z");
    await recordVisit(db, { ...step, step: "on-the-way", now: then });
    await recordVisit(db, { ...step, step: "on-the-way", now: then });
    expect(await at("2026-11-26T12:31:00Z")).toBe("1 sent");
    const end = new Date("2026-11-26T13:30:00Z");
    await recordVisit(db, { ...step, step: "no-access", why: "knocked", now: end });
    expect(await takeBackVisit(db, { appointmentId, who: "officer", now: end })).toBe(true);
    expect(await at("2026-11-26T13:31:00Z"), "it was a mistake").toBe("nothing");
    await recordVisit(db, { ...step, step: "done", now: end });
    expect(await at("2026-11-26T13:32:00Z")).toBe("1 sent");
    const { reference } = await repairById(db, world.repairId);
    expect(said()).toEqual([
      "Fernhill Council: repair booked, Thu 26 Nov, 8am to 1pm LINK",
      "Fernhill Council: visit moved to Thu 26 Nov, 12pm to 5pm LINK",
      "Fernhill Council: visit tomorrow, Thu 26 Nov, 12pm to 5pm. Not in? LINK",
      "Fernhill Council: repair visit today, 12pm to 5pm. Not in? LINK",
      `Fernhill Council: we are on our way to you about repair ${reference}. Problem? Call 01632 960 100`,
      `Fernhill Council: repair ${reference} is done. Not fixed? Tell us: LINK`,
    ]);
    expect(await at("2026-12-26T13:32:00Z")).toBe("nothing");
    expect(JSON.stringify([await rows(), world.lines])).not.toMatch(/Ann|\+4477|Mill|drips/);
  });

  test("at night: the answer to their report at once, what staff do in the morning, and no more what is not so any more", async () => {
    const world = await reported([NONE_SUIT, { when: "any" }], {}, "2026-11-23T22:00:00Z");
    const { db, at, said, repairId, statuses } = world;
    expect(await at("2026-11-23T22:01:00Z")).toBe("1 sent");
    const seen = { repair: await repairById(db, repairId), version: 0, who: "officer" };
    const offer = { date: "2026-11-26", window: "morning" };
    const booked = await bookRepair(db, { ...seen, offer, visits: 1, rules: RULES, now: new Date("2026-11-23T22:10:00Z") });
    expect(booked).toEqual({ ok: true });
    expect(await at("2026-11-23T22:11:00Z")).toBe("nothing");
    const cancel = { ...seen, version: 1, reason: "fixed", note: "", duplicateOf: null, now: new Date("2026-11-23T22:20:00Z") };
    expect(await cancelRepair(db, cancel)).toBe(true);
    expect([await at("2026-11-24T07:59:00Z"), await at("2026-11-24T08:00:00Z")]).toEqual(["nothing", "1 sent"]);
    const { reference } = seen.repair;
    expect(said()).toEqual([
      "Fernhill Council: report received. We will call you to arrange a time. LINK",
      `Fernhill Council: repair ${reference} is cancelled. Nobody will come. If that is wrong, call 01632 960 100`,
    ]);
    expect(await statuses()).toEqual([
      "reported text sent",
      "booked text stopped",
      "reminder text stopped",
      "morning text stopped",
      "cancelled text sent",
    ]);
  });

  test("by an agent's call where they asked for one, or can no more be reached by what they asked for", async () => {
    const world = await reported([MORNING], { phone: "01632 960 001", confirmBy: "phone" });
    const { db, appointmentId, at, statuses, repairId } = world;
    const move = { appointmentId, channel: "office", who: "officer", rules: RULES, now: new Date("2026-11-23T10:00:00Z") };
    await moveAppointment(db, { ...move, offer: { date: "2026-11-26", window: "afternoon" } });
    expect(await at("2026-11-23T10:01:00Z")).toBe("nothing");
    expect(await statuses()).toEqual(["moved call waiting"]);
    const { contacts } = db.schema;
    await db.write((tx) =>
      tx.update(contacts).set({ confirmBy: "email", email: "ann@example.com" }).where(eq(contacts.repairId, repairId)),
    );
    await moveAppointment(db, { ...move, offer: { date: "2026-11-26", window: "morning" }, now: new Date("2026-11-23T10:02:00Z") });
    await db.write((tx) => tx.update(contacts).set({ email: null }).where(eq(contacts.repairId, repairId)));
    await at("2026-11-23T10:03:00Z");
    expect((await statuses()).filter((row) => row.startsWith("moved"))).toEqual([
      "moved call stopped",
      "moved email stopped",
      "moved call waiting",
    ]);
  });

  test("a code, at any hour and before all else, by the channel it is asked for, and without a link", async () => {
    const { db, repairId, handed, at, rows } = await reported([MORNING], { email: "ann@example.com" }, "2026-11-23T23:00:00Z");
    const now = new Date("2026-11-23T23:30:00Z");
    const id = newId(now);
    const code = { id, kind: "code", repairId, number: 1, dueAt: now, now, channel: "email" };
    await db.write((tx) => addMessage(tx, db.schema, code));
    expect(await at("2026-11-23T23:31:00Z")).toBe("2 sent");
    const digits = proofCode(id, OUTBOX.secret);
    expect(handed[0]).toMatchObject({ to: "ann@example.com", subject: `${digits} is your code to see your repair` });
    expect(handed[0]?.body).not.toContain("http");
    expect((await rows()).find(({ kind }) => kind === "code")).toMatchObject({ status: "sent", tokenHash: null, rank: 0 });
  });
});
