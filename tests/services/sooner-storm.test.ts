import { setImmediate as nextTurnOfEvents } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { moveAppointment } from "#app/services/move-appointment.server.ts";
import { readLinkedRepair } from "#app/services/read-own-repair.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { expectWhole } from "#tests/support/booking-truth.ts";
import { addSlots, NOW, RULES } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { groupsOf } from "#tests/support/slot-world.ts";
import { accept, addPerson, ask, cancel, decline, LATER, offer, offerOf, startSooner } from "#tests/support/sooner-world.ts";

const CLIENTS = 24;
const TURNS = 25;
const PEOPLE = 12;
const DATES = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30", LATER];

/** Moves somebody's visit to the morning of a date. */
async function move(db: Db, repairId: string, date: string): Promise<boolean> {
  const appointmentId = (await readLinkedRepair(db, { repairId, now: NOW }))?.current?.id ?? "";
  const wish = { appointmentId, offer: { date, window: "morning" }, rules: RULES, who: "tenant", channel: "online", now: NOW };
  return (await moveAppointment(db, wish)).ok;
}

/** Booked appointments that have not exactly their slot, as one statement sees them at one moment. */
async function notWhole(db: Db): Promise<unknown[]> {
  const { appointments, slots } = db.schema;
  const rows = await db.read
    .select({ id: appointments.id, promised: appointments.date, date: slots.date })
    .from(appointments)
    .leftJoin(slots, eq(slots.appointmentId, appointments.id))
    .where(eq(appointments.status, "booked"));
  return groupsOf(rows, ({ id }) => id).filter((held) => held.length !== 1 || held[0]?.date !== held[0]?.promised);
}

onBothEngines(`${CLIENTS * TURNS} random moves, cancels, offers and answers by ${CLIENTS} clients`, (_open, freshUrl) => {
  test("leave every appointment with exactly its slot at every moment, and nobody with an error", async () => {
    const url = await freshUrl();
    const [db, eye] = [openDb(url), openDb(url)];
    onTestFinished(async () => {
      await db.close();
      await eye.close();
    });
    const patch = await startSooner(db);
    const people: string[] = [];
    for (let at = 0; at < PEOPLE; at++) people.push(await addPerson(patch, { date: LATER }));
    for (const repairId of people) await ask(db, repairId);
    for (const date of DATES) await addSlots(db, { operativeId: patch.ann, date, windows: ["morning", "morning"] });

    const done = { accepted: 0, moved: 0, cancelled: 0 };
    const acts: ((repairId: string, date: string) => Promise<unknown>)[] = [
      () => offer(db),
      async (repairId) => {
        if ((await accept(db, repairId)) === "accepted") done.accepted++;
      },
      (repairId) => decline(db, repairId),
      async (repairId, date) => {
        if (await move(db, repairId, date)) done.moved++;
      },
      (repairId) => ask(db, repairId),
      // An answer to what was offered a moment ago.
      async (repairId) => {
        const offerId = await offerOf(db, repairId);
        await nextTurnOfEvents();
        if ((await accept(db, repairId, NOW, offerId)) === "accepted") done.accepted++;
      },
    ];
    // A few give up: what they leave others are offered.
    const giveUp = async (repairId: string) => {
      if (await cancel(db, repairId)) done.cancelled++;
    };
    const actOf = (number: number, turn: number) =>
      turn === TURNS - 5 && number % 6 === 0 ? giveUp : acts[(number + turn * 5) % acts.length];
    const client = async (number: number) => {
      for (let turn = 0; turn < TURNS; turn++) {
        const at = number * 7 + turn * 5;
        const repairId = people[at % PEOPLE] ?? "";
        await actOf(number, turn)?.(repairId, DATES[(at + turn) % DATES.length] ?? LATER);
      }
    };
    let isRunning = true;
    const wrong: unknown[] = [];
    const observer = (async () => {
      while (isRunning) {
        wrong.push(...(await notWhole(eye)));
        await nextTurnOfEvents();
      }
    })();
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number))).finally(() => {
      isRunning = false;
    });
    await observer;
    expect(wrong).toEqual([]);
    expect((await expectWhole(db)).booked).toBe(PEOPLE - done.cancelled);
    for (const [what, times] of Object.entries(done)) expect(times, what).toBeGreaterThan(0);
    const { soonerOffers } = db.schema;
    const open = (await db.read.select().from(soonerOffers)).filter(({ outcome }) => outcome === null);
    expect(new Set(open.map(({ wishId }) => wishId)).size).toBe(open.length);
  });
});
