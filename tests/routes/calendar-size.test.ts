import { gzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { addDays } from "#app/domain/local-date.ts";
import { readCalendar } from "#app/services/read-calendar.server.ts";
import { newId } from "#db/ids.ts";
import { insertRows } from "#db/queries/insert-rows.ts";
import { addDay, NOW } from "#tests/support/calendar.ts";
import { freshSqlite, opening } from "#tests/support/engines.ts";
import { reportWorld } from "#tests/support/report-world.ts";
import { addStaffMember, signInAs } from "#tests/support/staff.ts";

const MONDAY = "2026-11-30";

/** Sixty operatives who have four visits on each of five days, every other one booked. */
async function largeWorld() {
  const world = await reportWorld(await opening(freshSqlite)());
  const { db } = world;
  const { contractors, operatives, operativeTrades, repairs, appointments, slots, homes } = db.schema;
  const dates = Array.from({ length: 5 }, (_, at) => addDays(MONDAY, at));
  for (const date of dates) await addDay(db, date);
  const hours = { starts: "08:00", ends: "13:00" };
  const people = Array.from({ length: 60 }, (_, at) => ({ id: newId(NOW), name: `Operative Number ${at}`, contractorId: "us" }));
  const rows = people.flatMap(({ id: operativeId }) =>
    dates.flatMap((date) =>
      [1, 2, 3, 4].map((at) => {
        const window = at < 3 ? "morning" : "afternoon";
        return {
          id: newId(NOW),
          operativeId,
          date,
          window,
          place: at,
          ...hours,
          appointmentId: at % 2 ? newId(NOW) : null,
          part: at % 2 || null,
        };
      }),
    ),
  );
  const booked = rows.flatMap(({ appointmentId, date, window }) => (appointmentId ? [{ id: appointmentId, date, window }] : []));
  const repair = { location: "Kitchen", problem: "Sink is blocked or leaking", trade: "plumbing", priority: "routine", dueOn: MONDAY };
  const said = { language: "en", channel: "online", raisedAt: NOW, status: "open" };
  await db.write(async (tx) => {
    await tx.insert(contractors).values({ id: "us", name: "Us" });
    await insertRows(tx, operatives, people);
    await insertRows(
      tx,
      operativeTrades,
      people.map(({ id }) => ({ operativeId: id, tradeId: "plumbing" })),
    );
    const streets = booked.map((_, at) => ({
      uprn: `2000${at}`,
      line1: `${at} Long Meadow Road`,
      postcode: "FH11AA",
      sortKey: "1",
      tenure: "secure",
    }));
    await insertRows(tx, homes, streets);
    const all = booked.map(({ id }, at) => ({ ...repair, ...said, id, reference: id, submission: id, uprn: `2000${at}` }));
    await insertRows(tx, repairs, all);
    const promises = booked.map(({ id, ...when }) => ({
      id,
      repairId: id,
      ...when,
      ...hours,
      purpose: "repair",
      windowName: "x",
      status: "booked",
    }));
    await insertRows(tx, appointments, promises);
    await insertRows(tx, slots, rows);
  });
  return world;
}

test("a week of sixty operatives is read by two statements and is less than 60 kB on its way", async () => {
  const { db, browser } = await largeWorld();
  const officer = browser();
  await signInAs(officer, await addStaffMember(db));
  const page = await officer.get(`/staff/calendar?from=${MONDAY}`);
  expect(page.html.match(/name="slot"/g)).toHaveLength(1200);
  expect(gzipSync(page.html).length).toBeLessThan(60_000);
  const onSqlite = vi.spyOn(Sqlite.prototype, "prepare");
  await readCalendar(db, { first: MONDAY, days: 5, filter: {}, now: NOW });
  expect(onSqlite.mock.calls).toHaveLength(2);
  onSqlite.mockRestore();
});
