import Sqlite from "better-sqlite3";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "#app/domain/local-date.ts";
import { extendHold } from "#app/services/extend-hold.server.ts";
import { findHold } from "#app/services/find-hold.server.ts";
import { findOffers } from "#app/services/find-offers.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { lockDays } from "#db/queries/days.ts";
import { unsafeCases } from "#db/queries/emergencies.ts";
import { confirmHold, lockDraft } from "#db/queries/holds.ts";
import { countToMove, visitsToMove } from "#db/queries/to-move.ts";
import { addAppointment, addDay, addDrafts, addOperative, addPatch, addSlots, NOW, RULES, THURSDAY } from "#tests/support/calendar.ts";
import { freshPostgres, freshSqlite } from "#tests/support/engines.ts";
import { planOf, statementsOf } from "#tests/support/plans.ts";
import { addSlotWorld, addTap, hold } from "#tests/support/slot-world.ts";

/** The demo's size: patches of operatives with eight weeks of slots, most of them of other patches and trades. */
async function fill(db: Db) {
  const world = await addSlotWorld(db);
  const dates = Array.from({ length: 56 }, (_, at): LocalDate => addDays("2026-11-24", at));
  for (const date of dates) await addDay(db, date);
  for (const patchId of [world.patchId, await addPatch(db), await addPatch(db), await addPatch(db)]) {
    for (const trades of [["plumbing"], ["plumbing", "tiling"], ["roofing"], ["electrics"], ["tiling"]]) {
      const operativeId = await addOperative(db, { patches: [patchId], trades });
      const rows = dates.flatMap((date) =>
        ["morning", "afternoon"].flatMap((window) =>
          [1, 2].map((place) => ({
            id: [operativeId, date, window, place].join(),
            operativeId,
            date,
            window,
            place,
            starts: "08:00",
            ends: "13:00",
          })),
        ),
      );
      await db.write((tx) => tx.insert(db.schema.slots).values(rows));
    }
  }
  return world;
}

/** Everything the journey does with slots, as it does it. */
async function journeyOn(db: Db): ReturnType<typeof statementsOf> {
  const world = await fill(db);
  const { patchId, catalogueId } = world;
  const ann = await addOperative(db, { patches: [patchId] });
  const [slot = ""] = await addSlots(db, { operativeId: ann, windows: ["afternoon", "morning", "morning"] });
  await addAppointment(db, { repairId: await addTap(db, world), slotIds: [slot] });
  const [draftId = ""] = await addDrafts(db, 1, { catalogueId });
  const appointmentId = await addAppointment(db, { repairId: await addTap(db, world) });
  const wish = { trade: "plumbing", patchId, rules: RULES, dueOn: THURSDAY, now: NOW };
  return await statementsOf("slots", async () => {
    for (const visits of [1, 2]) expect((await findOffers(db, { ...wish, visits })).length).toBeGreaterThan(100);
    for (const visits of [1, 2]) expect((await hold(db, { draftId, patchId, visits })).ok).toBe(true);
    await findHold(db, { draftId, now: NOW });
    await extendHold(db, { draftId, rules: RULES, now: NOW });
    await db.write(async (tx) => {
      await lockDraft(tx, db.schema, { draftId });
      await lockDays(tx, db.schema, [THURSDAY]);
      expect(await confirmHold(tx, db.schema, { draftId, appointmentId, date: THURSDAY, window: "morning", visits: 2 })).toBe(2);
    });
  });
}

/** Finding, holding, extending and confirming must cost the same however many slots there are: by an index, never through the table. */
describe("every statement of the journey finds its slots by an index", () => {
  test("on SQLite, which has no statistics", async () => {
    const file = await freshSqlite();
    const db = openDb(file);
    const statements = await journeyOn(db);
    await db.close();
    const connection = new Sqlite(file);
    const plans = statements.map(({ text, values }) => {
      const steps = connection.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
      return { text, steps: steps.map(({ detail }) => detail) };
    });
    connection.close();
    expect(plans.length).toBeGreaterThanOrEqual(10);
    const lookUps = plans.filter(({ text }) => text.startsWith("select") && text.includes("operative_trades"));
    expect(new Set(lookUps.map(({ text }) => text)).size).toBe(4);
    for (const { text, steps } of lookUps)
      expect(steps.join("\n"), text).toMatch(/SEARCH slots USING (COVERING )?INDEX slots_(for_offers|once) \(operative_id=\? AND date/);
    for (const { text, steps } of plans)
      expect(
        steps.filter((step) => /^SCAN /.test(step)),
        text,
      ).toEqual([]);
  });

  test("on SQLite, what needs moving and the emergencies of every page of staff too", async () => {
    const file = await freshSqlite();
    const db = openDb(file);
    const planFor = async (ask: () => Promise<unknown>) => {
      const [statement] = await statementsOf("appointments", ask);
      return statement && planOf(file, statement);
    };
    expect(await planFor(() => countToMove(db.read, db.schema, THURSDAY))).toContain("slots USING INDEX slots_to_move (date>?)");
    expect(await planFor(() => visitsToMove(db.read, db.schema, THURSDAY))).toContain("slots USING INDEX slots_to_move (date>?)");
    const [emergencies] = await statementsOf("emergencies", () => unsafeCases(db.read, db.schema));
    expect(emergencies && (await planOf(file, emergencies))).toMatch(/SEARCH repairs USING INDEX sqlite_autoindex_repairs_1/);
    await db.close();
  });

  test("on PostgreSQL", async () => {
    const url = await freshPostgres();
    const db = openDb(url);
    const statements = await journeyOn(db);
    await db.close();
    const client = new pg.Client(url);
    await client.connect();
    await client.query("analyze");
    const plans: { text: string; steps: string }[] = [];
    for (const { text, values } of statements) {
      const { rows } = await client.query(`explain ${text}`, values);
      plans.push({ text, steps: rows.map((row) => row["QUERY PLAN"]).join("\n") });
    }
    await client.end();
    expect(plans.length).toBeGreaterThanOrEqual(10);
    for (const { text, steps } of plans) expect(steps, text).not.toContain("Seq Scan on slots");
    const lookUps = plans.filter(({ text }) => text.startsWith("select") && text.includes("operative_trades"));
    expect(new Set(lookUps.map(({ text }) => text)).size).toBe(4);
    for (const { text, steps } of lookUps) expect(steps, text).toMatch(/slots_for_offers|slots_once/);
  });
});
