import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { addHours, addMinutes } from "date-fns";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addMessage } from "#db/queries/messages.ts";
import { type Bookers, sendBookers } from "#tests/support/bookers.ts";
import { expectKept, expectWhole } from "#tests/support/booking-truth.ts";
import { addAppointment, addHome, addRepair, NOW, RULES } from "#tests/support/calendar.ts";
import { onBothEngines } from "#tests/support/engines.ts";
import { knownVisitor, post, slugOf } from "#tests/support/http-journey.ts";
import { startNotify } from "#tests/support/notify.ts";
import { addContactOf } from "#tests/support/repairs.ts";
import { ANSWERS, addAnswered, answerUpTo } from "#tests/support/report-answers.ts";
import { type ServerProcess, type Settings, startServer } from "#tests/support/server-process.ts";
import { addFree, type SmallLandlord, startSmallLandlord } from "#tests/support/small-landlord.ts";

/** On each engine: fifty in all. `KILLS=50` makes a hundred. */
const KILLS = Number(process.env.KILLS ?? 25);
/** Each takes a moment to send. */
const MESSAGES = 60;
/** Thursday, Friday, and the working days of the week after. */
const DATES = ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"];

/** Kills the server while somebody waits for its answer, after a few answers or after many, and starts it again. */
async function killAndRestart(server: ServerProcess, settings: Settings, { answered, inFlight }: Bookers): Promise<ServerProcess> {
  const enough = answered() + 2 + Math.random() * 12;
  while (answered() < enough) await pause(1);
  await pause(Math.random() * 20);
  while (inFlight() === 0) await pause(1);
  await server.stop("SIGKILL");
  return startServer({ ...settings, port: Number(new URL(server.url).port) });
}

/** The time the server goes by. */
function serverNow({ dataDir = "" }: Settings): Date {
  const { offset } = JSON.parse(readFileSync(join(dataDir, "test-clock.json"), "utf8")) as { offset: number };
  return new Date(Date.now() + offset);
}

/** Every slot that a draft holds. */
function heldSlots({ read, schema: { slots } }: Db) {
  return read.select().from(slots).where(isNotNull(slots.draftId));
}

/** Leaves nothing to choose but what drafts hold. */
async function closeTheRest({ write, schema: { slots } }: Db) {
  await write((tx) =>
    tx
      .update(slots)
      .set({ open: false })
      .where(and(isNull(slots.draftId), isNull(slots.appointmentId))),
  );
}

/** Repairs whose tenants are to be told that their visit was moved. */
async function addMoved({ db, patchId }: Pick<SmallLandlord, "db" | "patchId">, count: number) {
  const [problem] = await db.read.select().from(db.schema.problems);
  for (let made = 0; made < count; made++) {
    const repairId = await addRepair(db, { uprn: await addHome(db, { patchId }), problemId: problem?.id ?? "" });
    await addContactOf(db, repairId);
    const told = { repairId, appointmentId: await addAppointment(db, { repairId }), kind: "moved", channel: "text", number: 1 };
    await db.write((tx) => addMessage(tx, db.schema, { id: newId(NOW), dueAt: NOW, now: NOW, ...told }));
  }
}

onBothEngines("A server killed while it sends messages", (_, freshUrl) => {
  test("again and again, sends each of them, and none twice", async () => {
    const notify = await startNotify();
    const env = {
      PUBLIC_URL: "http://repairs.test",
      NOTIFY_URL: notify.settings.url,
      NOTIFY_API_KEY: notify.settings.apiKey,
      NOTIFY_TEXT_TEMPLATE: notify.settings.templates.text,
    };
    const landlord = await startSmallLandlord(freshUrl, { env });
    const { db, settings } = landlord;
    await landlord.server.stop();
    await addMoved(landlord, MESSAGES);
    notify.answers = { afterMs: 20 };
    for (let kills = 1; kills <= 4; kills++) {
      const enough = notify.taken.length + 2 + Math.random() * 4;
      const server = await startServer(settings);
      while (notify.taken.length < enough) await pause(1);
      await server.stop("SIGKILL");
    }
    const later = { ...settings.env, TEST_CLOCK: addMinutes(NOW, 30).toISOString() };
    await startServer({ ...settings, env: later });
    const { messages } = db.schema;
    while ((await db.read.$count(messages, eq(messages.status, "sent"))) < MESSAGES) await pause(50);
    expect(new Set(notify.taken.map(({ reference }) => reference)).size).toBe(MESSAGES);
    expect(notify.taken).toHaveLength(MESSAGES);
  });
});

onBothEngines("A server killed in the middle of booking", (_, freshUrl) => {
  test("again and again, loses nothing it acknowledged and leaves no slot claimed for longer than a hold", async () => {
    const landlord = await startSmallLandlord(freshUrl, { problem: { visits: 2 } });
    const { db, settings } = landlord;
    for (const date of DATES) await addFree(landlord, { count: 100, date });
    const offers = DATES.flatMap((date) => ["morning", "all-day"].map((window) => `${date}.${window}`));
    const bookers = await sendBookers(landlord, { atOnce: 6, offers });
    let { server } = landlord;
    for (let kills = 0; kills < KILLS; kills++) server = await killAndRestart(server, settings, bookers);
    await bookers.finish();

    expect(bookers.unanswered()).toBeGreaterThanOrEqual(KILLS);
    expect(bookers.errors.map(({ status, path }) => `${status} ${path}`)).toEqual([]);
    expect(bookers.acknowledged.size).toBeGreaterThan(0);
    await expectKept(db, bookers.acknowledged);
    const { booked, taken, held } = await expectWhole(db);
    expect(taken).toBe(booked * 2);
    expect(held).toBeGreaterThan(0);
    const atMost = addMinutes(serverNow(settings), RULES.booking.holdMinutes);
    expect((await heldSlots(db)).filter(({ expiresAt }) => !expiresAt || expiresAt > atMost)).toEqual([]);

    await closeTheRest(db);
    await server.stop();
    const later = addHours(NOW, 2);
    const restarted = await startServer({ ...settings, env: { ...settings.env, TEST_CLOCK: later.toISOString() } });
    const [left] = await heldSlots(db);
    const { visitor, device } = await knownVisitor(restarted.url);
    const draftId = await addAnswered(db, device, {});
    await answerUpTo("slot", { db, device, draftId }, later);
    await post(visitor, `/report/${draftId}/slot`, { offer: `${left?.date}.morning` });
    await post(visitor, `/report/${draftId}/contact`, ANSWERS.contact ?? {});
    const end = await post(visitor, `/report/${draftId}/check`, {});
    expect(slugOf(end)).toBe("confirmation");
    expect((await expectWhole(db)).booked).toBe(booked + 1);
  });
});
