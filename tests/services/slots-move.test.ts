import { setImmediate as nextTurnOfEvents } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import type { Choice } from "#app/domain/offers.ts";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { addAppointment, addOperative, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { away } from "#tests/support/closings.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { addDraft, addSlotWorld, addTap, allSlots, groupsOf, hold } from "#tests/support/slot-world.ts";

const FRIDAY = "2026-11-27";
const move = (db: Db, appointmentId: string, offer: Choice) =>
  moveAppointment(db, { appointmentId, offer, rules: RULES, who: "tenant", channel: "online", now: NOW });

onBothEngines("moving an appointment", (open) => {
  /** A tap to mend on Thursday morning by a plumber who has Friday free as well. */
  async function start() {
    const db = await open();
    const world = await addSlotWorld(db);
    const ann = await addOperative(db, { patches: [world.patchId] });
    const [morning = ""] = await addSlots(db, { operativeId: ann });
    await addSlots(db, { operativeId: ann, date: FRIDAY, windows: ["morning", "afternoon"] });
    const appointmentId = await addAppointment(db, { repairId: await addTap(db, world), slotIds: [morning] });
    return { db, world, ann, appointmentId };
  }
  const promise = async (db: Db, id: string) => {
    const [row] = await db.read.select().from(db.schema.appointments).where(eq(db.schema.appointments.id, id));
    return row && [row.date, row.window, row.windowName, row.starts, row.ends].join(" ");
  };
  const slotsOf = async (db: Db, id: string) =>
    (await allSlots(db)).filter((slot) => slot.appointmentId === id).map(({ date, window, part }) => [date, window, part].join(" "));
  const eventsOf = (db: Db, id: string) => db.read.select().from(db.schema.events).where(eq(db.schema.events.appointmentId, id));

  test("frees the old slot, takes the new, and promises its words", async () => {
    const { db, world, appointmentId } = await start();
    expect(await move(db, appointmentId, { date: FRIDAY, window: "school-hours" })).toEqual({ ok: true });
    expect(await promise(db, appointmentId)).toBe(`${FRIDAY} school-hours School hours 09:30 14:30`);
    expect(await slotsOf(db, appointmentId)).toEqual([`${FRIDAY} morning 1`]);
    expect((await hold(db, { draftId: await addDraft(db, world), patchId: world.patchId })).ok).toBe(true);
    expect(await eventsOf(db, appointmentId)).toMatchObject([
      {
        what: "appointment moved",
        who: "tenant",
        before: { date: THURSDAY, window: "morning" },
        after: { date: FRIDAY, window: "school-hours" },
      },
    ]);
  });

  test("to where it is changes nothing and leaves no trace", async () => {
    const { db, appointmentId } = await start();
    const before = await allSlots(db);
    expect(await move(db, appointmentId, { date: THURSDAY, window: "morning" })).toEqual({ ok: true });
    expect(await allSlots(db)).toEqual(before);
    expect(await eventsOf(db, appointmentId)).toEqual([]);
  });

  test("to an offer that is gone leaves all as it was", async () => {
    const { db, world, appointmentId } = await start();
    await hold(db, { draftId: await addDraft(db, world), date: FRIDAY, window: "afternoon", patchId: world.patchId });
    const before = await allSlots(db);
    for (const offer of [
      { date: FRIDAY, window: "afternoon" },
      { date: THURSDAY, window: "afternoon" },
      { date: FRIDAY, window: "evening" },
      { date: "2026-11-23", window: "morning" },
    ])
      expect(await move(db, appointmentId, offer), `${offer.date} ${offer.window}`).toEqual({ ok: false, reason: "slot-gone" });
    expect(await allSlots(db)).toEqual(before);
    expect(await promise(db, appointmentId)).toBe(`${THURSDAY} morning Morning 08:00 13:00`);
    expect(await eventsOf(db, appointmentId)).toEqual([]);
  });

  test("that is cancelled or unknown is refused", async () => {
    const { db, world } = await start();
    const cancelled = await addAppointment(db, { repairId: await addTap(db, world), status: "cancelled" });
    for (const id of [cancelled, "nobody"])
      expect(await move(db, id, { date: FRIDAY, window: "morning" })).toEqual({ ok: false, reason: "not-booked" });
  });

  test("off a stopped day leaves the old slot closed; staying there finds another operative", async () => {
    const { db, world, ann, appointmentId } = await start();
    const bob = await addOperative(db, { patches: [world.patchId] });
    await addSlots(db, { operativeId: bob });
    await away(db, [ann]);
    expect(await move(db, appointmentId, { date: THURSDAY, window: "morning" })).toEqual({ ok: true });
    const taken = (await allSlots(db))
      .filter((slot) => slot.date === THURSDAY)
      .map(({ operativeId, open: isOpen, appointmentId: holder }) => [operativeId, isOpen, holder]);
    expect(taken).toEqual([
      [ann, false, null],
      [bob, true, appointmentId],
    ]);
  });

  test("twice at once ends in one of the two, whole", async () => {
    const { db, appointmentId } = await start();
    const wishes = Array.from({ length: 20 }, (_, at) => ({ date: FRIDAY, window: at % 2 ? "morning" : "afternoon" }));
    const answers = await Promise.all(wishes.map((offer) => move(db, appointmentId, offer)));
    expect(answers).toEqual(wishes.map(() => ({ ok: true })));
    const held = (await allSlots(db)).filter((slot) => slot.appointmentId !== null);
    expect(held.map(({ appointmentId: holder, part }) => [holder, part])).toEqual([[appointmentId, 1]]);
    expect((await promise(db, appointmentId))?.startsWith(`${FRIDAY} ${held[0]?.window}`)).toBe(true);
  });
});

const CLIENTS = 24;
const MOVES = 15;

onBothEngines(`${CLIENTS} clients moving jobs of one and two visits over twelve slots`, (_open, freshUrl) => {
  const DATES = [THURSDAY, FRIDAY];
  const WINDOWS = ["morning", "afternoon", "school-hours", "all-day"];

  /** Three operatives with two slots on each of two dates, and another's eye on them; three jobs, one of two visits. */
  async function start(): Promise<{ db: Db; eye: Db; jobs: string[] }> {
    const url = await freshUrl();
    const [db, eye] = [openDb(url), openDb(url)];
    onTestFinished(async () => {
      await db.close();
      await eye.close();
    });
    const world = await addSlotWorld(db);
    const jobs: string[] = [];
    for (const visits of [1, 2, 1]) {
      const operativeId = await addOperative(db, { patches: [world.patchId] });
      const slotIds = await addSlots(db, { operativeId, windows: ["morning", "afternoon"] });
      await addSlots(db, { operativeId, date: FRIDAY, windows: ["morning", "afternoon"] });
      jobs.push(await addAppointment(db, { repairId: await addTap(db, world), slotIds: slotIds.slice(0, visits) }));
    }
    return { db, eye, jobs };
  }

  /** What one statement sees, in the middle of others' changes, of all appointments at one moment. */
  async function look(db: Db) {
    const { appointments, slots } = db.schema;
    const rows = await db.read
      .select({
        id: appointments.id,
        needs: appointments.slotsNeeded,
        promised: appointments.date,
        operative: slots.operativeId,
        date: slots.date,
        part: slots.part,
      })
      .from(appointments)
      .leftJoin(slots, eq(slots.appointmentId, appointments.id));
    return groupsOf(rows, ({ id }) => id).map((held) => ({
      slots: held.filter(({ part }) => part !== null).length,
      needs: held[0]?.needs,
      operatives: new Set(held.map(({ operative }) => operative)).size,
      dates: [...new Set(held.flatMap(({ promised, date }) => [promised, date]))].length,
    }));
  }
  const isWhole = (seen: Awaited<ReturnType<typeof look>>) =>
    seen.every(({ slots, needs, operatives, dates }) => slots === needs && operatives === 1 && dates === 1);

  test("never a wrong number of slots at any moment, and no error", async () => {
    const { db, eye, jobs } = await start();
    let isRunning = true;
    let looks = 0;
    const wrong: unknown[] = [];
    const observer = (async () => {
      while (isRunning) {
        const seen = await look(eye);
        looks++;
        if (seen.length !== jobs.length || !isWhole(seen)) wrong.push(seen);
        // SQLite is read at once: without this the observer would let nobody else have a turn.
        await nextTurnOfEvents();
      }
    })();
    let moved = 0;
    const client = async (number: number) => {
      for (let turn = 0; turn < MOVES; turn++) {
        const at = number * 7 + turn * 5;
        const offer = { date: DATES[at % 2] ?? THURSDAY, window: WINDOWS[(number + turn) % 4] ?? "morning" };
        const { ok } = await move(db, jobs[at % jobs.length] ?? "", offer);
        if (ok) moved++;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number))).finally(() => {
      isRunning = false;
    });
    await observer;
    expect(wrong).toEqual([]);
    expect(looks).toBeGreaterThan(20);
    expect(moved).toBeGreaterThan(100);
    expect((await allSlots(db)).filter((slot) => slot.appointmentId !== null).length).toBe(4);
  });
});
