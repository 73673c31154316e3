import { gzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { addDays, type LocalDate } from "#app/domain/local-date.ts";
import { demoPlaces } from "#app/services/demo/homes.server.ts";
import { chanceFrom } from "#app/services/demo/random.server.ts";
import { readCalendar } from "#app/services/read-calendar.server.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertRows } from "#db/queries/insert-rows.ts";
import people from "#db/seed/demo/people.json" with { type: "json" };
import trades from "#db/seed/trades.json" with { type: "json" };
import { NOW } from "#tests/support/calendar.ts";
import { freshSqlite, opening } from "#tests/support/engines.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const MONDAY: LocalDate = "2026-11-23";
const OPERATIVES = 60;
const DAYS = 5;
const TRADES = trades.map(({ id }) => id);

/** Makes rows with ids of chance, as real ones have. */
function rowMaker(patchId: string, problemId: string) {
  const chance = chanceFrom("a large calendar");
  const id = () => newId(NOW, chance.bytes);
  const repairOf = (uprn: string) => {
    const own = { id: id(), reference: id(), submission: id(), uprn, problemId, problem: chance.pick(people.said).slice(0, 40) };
    const promise = { priority: "routine", dueOn: "2026-12-21", raisedAt: NOW };
    return { ...own, ...promise, location: "Home", trade: "plumbing", language: "en", channel: "online", status: "open" };
  };
  const appointmentOf = (repairId: string, when: { date: LocalDate; window: string }) => {
    return { id: id(), repairId, ...when, windowName: "Morning", starts: "08:00", ends: "13:00", purpose: "repair", status: "booked" };
  };
  const operativeOf = (contractorId: string) => ({
    id: id(),
    name: `${chance.pick(people.first)} ${chance.pick(people.last)}`,
    contractorId,
  });
  const homes = demoPlaces().homes.map((home) => ({ ...home, blockId: null, patchId }));
  return { chance, id, repairOf, appointmentOf, operativeOf, homes };
}

/** Sixty operatives with four visits a day, of which seven in ten are booked: each for another home. */
async function fill(db: Db, patchId: string) {
  const [problem] = await db.read.select().from(db.schema.problems).limit(1);
  const [contractor] = await db.read.select().from(db.schema.contractors).limit(1);
  const make = rowMaker(patchId, problem?.id ?? "");
  const operatives = Array.from({ length: OPERATIVES }, () => make.operativeOf(contractor?.id ?? ""));
  const days = Array.from({ length: DAYS }, (_, at) => ({ date: addDays(MONDAY, at) }));
  const visits = ["morning", "afternoon"].flatMap((window) => [1, 2].map((place) => ({ window, place })));
  const cells = operatives.flatMap(({ id: operativeId }) =>
    days.flatMap(({ date }) => visits.map((visit) => ({ operativeId, date, ...visit }))),
  );
  const booked = cells.map(({ date, window }, at) => {
    const repair = make.repairOf(make.homes[at]?.uprn ?? "");
    return make.chance.next() < 0.7 ? { repair, appointment: make.appointmentOf(repair.id, { date, window }) } : undefined;
  });
  const slots = cells.map((cell, at) => {
    const appointmentId = booked[at]?.appointment.id ?? null;
    return { id: make.id(), ...cell, starts: "08:00", ends: "13:00", appointmentId, part: appointmentId && 1 };
  });
  const rows = {
    ...{ homes: make.homes, operatives, days, slots },
    operativeTrades: operatives.map(({ id: operativeId }, at) => ({ operativeId, tradeId: TRADES[at % TRADES.length] ?? "" })),
    operativePatches: operatives.map(({ id: operativeId }) => ({ operativeId, patchId })),
    repairs: booked.flatMap((visit) => visit?.repair ?? []),
    appointments: booked.flatMap((visit) => visit?.appointment ?? []),
  };
  const order = ["homes", "operatives", "operativeTrades", "operativePatches", "repairs", "appointments", "days", "slots"] as const;
  await db.write(async (tx) => {
    for (const table of order) await insertRows(tx, db.schema[table], rows[table] as never[]);
  });
}

test("a week of 60 operatives is read by two statements, and its page is less than 60 kB as it is sent", async () => {
  const { db, patchId, browser } = await reportWorld(await opening(freshSqlite)());
  await fill(db, patchId);
  const prepared = vi.spyOn(Sqlite.prototype, "prepare");
  await readCalendar(db, { first: MONDAY, days: DAYS, filter: {}, now: NOW });
  const statements = prepared.mock.calls.length;
  prepared.mockRestore();
  expect(statements).toBe(2);

  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  const page = await officer.get("/staff/calendar");
  expect(page.document.querySelectorAll(".app-calendar .app-slot--booked").length).toBeGreaterThan(700);
  expect(page.document.querySelectorAll(".app-calendar .app-slot").length).toBeGreaterThanOrEqual(OPERATIVES * DAYS * 4);
  expect(gzipSync(page.html).length).toBeLessThan(60_000);
});
