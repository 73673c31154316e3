import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readRepairQuery } from "#app/domain/repair-query.ts";
import { exportRepairs } from "#app/services/export-repairs.server.ts";
import { listRepairs } from "#app/services/list-repairs.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertRows } from "#db/queries/insert-rows.ts";
import { addAppointment, addCatalogue, addHome, addOperative, addPatch, addRepair, addSlots, NOW } from "#tests/support/calendar.ts";
import { type FreshUrl, onBothEngines } from "#tests/support/engines.ts";
import { planOf, statementsOf } from "#tests/support/plans.ts";

const known = { trade: ["plumbing", "roofing"], priority: ["urgent", "routine", "emergency"], patch: ["north", "south"] };
const queryOf = (typed: Record<string, string>) => readRepairQuery((name) => typed[name] ?? "", known);

async function found(db: Db, typed: Record<string, string>): Promise<string[]> {
  const { lines, total } = await listRepairs(db, { query: queryOf(typed), page: 1, now: NOW });
  expect(total).toBe(lines.length);
  return lines.map(({ repair }) => repair.reference);
}

/** Repairs that differ in all that a list can be narrowed by; the first was raised last. */
async function mixedWorld(db: Db) {
  const [north, south] = [await addPatch(db, { id: "north" }), await addPatch(db, { id: "south" })];
  const mill = await addHome(db, {
    line1: "Flat 12, Mill Court",
    line2: "9 Mill Lane",
    town: "Fernhill",
    postcode: "FH11AA",
    sortKey: "b",
    patchId: north,
  });
  const hill = await addHome(db, { line1: "1 Hill_Top 100%", postcode: "FH22BB", sortKey: "a", patchId: south });
  const { problemId } = await addCatalogue(db);
  const operativeId = await addOperative(db, { trades: ["plumbing", "roofing"], patches: [north, south] });
  const [open = "", closed = ""] = await addSlots(db, { operativeId, windows: ["morning", "afternoon"] });
  const { contacts } = db.schema;
  const add = async (
    reference: string,
    repair: Partial<Parameters<typeof addRepair>[1]>,
    contact: { name: string; phone?: string; visitName?: string },
  ) => {
    const repairId = await addRepair(db, { uprn: mill, problemId, reference, ...repair });
    await db.write((tx) => tx.insert(contacts).values({ repairId, confirmBy: "text", description: "It drips", ...contact }));
    return repairId;
  };
  const day = (date: string, time = "12:00") => new Date(`${date}T${time}:00Z`);
  const booked = await add("booked", { raisedAt: day("2026-11-20") }, { name: "Ann Taylor", phone: "+447700900001" });
  const moving = await add(
    "moving",
    { uprn: hill, raisedAt: day("2026-11-19"), priority: "urgent", dueOn: "2026-11-23" },
    { name: "Zoë O'Neill" },
  );
  await add(
    "late",
    { raisedAt: day("2026-11-01"), dueOn: "2026-11-22", trade: "roofing" },
    { name: "Bo Smith", visitName: "Cy Taylor-Jones" },
  );
  await add(
    "soon",
    {
      uprn: hill,
      raisedAt: day("2026-11-22", "00:00"),
      dueAt: day("2026-11-23", "08:00"),
      dueOn: "2026-11-23",
      priority: "emergency",
      waitsFor: "emergency",
    },
    { name: "Di" },
  );
  await add("call", { raisedAt: day("2026-11-18"), waitsFor: "call" }, { name: "Ed", phone: "+441632960001" });
  await add("done", { raisedAt: day("2026-10-01"), dueOn: "2026-10-20", status: "done" }, { name: "Ann Taylor" });
  await addAppointment(db, { repairId: booked, slotIds: [open] });
  await addAppointment(db, { repairId: moving, slotIds: [closed] });
  const { slots } = db.schema;
  await db.write((tx) => tx.update(slots).set({ open: false }).where(eq(slots.id, closed)));
}

/** 2,510 open repairs that were raised at the same instant, among others. */
async function thousands(freshUrl: FreshUrl) {
  const url = await freshUrl();
  const db = openDb(url);
  const [uprn, { problemId }] = [await addHome(db), await addCatalogue(db)];
  let made = 0;
  const add = async (count: number, raisedAt: Date, status = "open") => {
    const rows = Array.from({ length: count }, () => ({
      ...{ id: newId(raisedAt), reference: `R${made}`, submission: `S${made++}`, uprn, problemId, location: "Kitchen", problem: "Tap" },
      ...{ trade: "plumbing", priority: "routine", dueOn: "2026-12-21", language: "en", channel: "online", raisedAt, status },
    }));
    await db.write((tx) => insertRows(tx, db.schema.repairs, rows));
  };
  await add(2_510, NOW);
  await add(90, NOW, "done");
  return { url, db, add };
}

/** The ids on the first pages of all open repairs, each once. */
async function idsOn(db: Db, sort: string, pages: number): Promise<string[]> {
  const seen = new Set<string>();
  for (let page = 1; page <= pages; page++) {
    const part = await listRepairs(db, { query: queryOf({ sort }), page, now: NOW });
    expect([part.total, part.pages, part.page]).toEqual([2_510, 101, page]);
    for (const { repair } of part.lines) seen.add(repair.id);
  }
  return [...seen];
}

onBothEngines("the list of repairs", (open, freshUrl) => {
  test("has those that match, in the order that is asked for", async () => {
    const db = await open();
    await mixedWorld(db);
    const cases: [Record<string, string>, string[]][] = [
      [{}, ["soon", "booked", "moving", "call", "late"]],
      [{ sort: "due" }, ["late", "soon", "moving", "booked", "call"]],
      [{ sort: "address" }, ["soon", "moving", "call", "late", "booked"]],
      [{ status: "done" }, ["done"]],
      [{ status: "any", q: "taylor" }, ["booked", "late", "done"]],
      [{ q: "ann TAYLOR" }, ["booked"]],
      [{ q: "aylor" }, []],
      [{ q: "mill 12" }, ["booked", "call", "late"]],
      [{ q: "flat 12, mill court, fernhill" }, ["booked", "call", "late"]],
      [{ q: "hill_top 100%" }, ["soon", "moving"]],
      [{ q: "hill%" }, []],
      [{ q: "\\" }, []],
      [{ q: "fh2 2bb" }, ["soon", "moving"]],
      [{ q: "07700 900 001" }, ["booked"]],
      [{ q: "(01632) 960001" }, ["call"]],
      [{ trade: "roofing" }, ["late"]],
      [{ priority: "urgent" }, ["moving"]],
      [{ patch: "south" }, ["soon", "moving"]],
      [{ overdue: "yes" }, ["soon", "late"]],
      [{ overdue: "yes", status: "done" }, []],
      [{ moving: "yes" }, ["moving"]],
      [{ waiting: "slot" }, ["soon", "call", "late"]],
      [{ waiting: "call" }, ["call"]],
      [{ since: "2026-11-20" }, ["soon", "booked"]],
      [{ since: "2026-02-31", trade: "nonsense", status: "constructor", sort: "__proto__" }, ["soon", "booked", "moving", "call", "late"]],
    ];
    for (const [typed, references] of cases) expect(await found(db, typed), JSON.stringify(typed)).toEqual(references);
  });

  test("of thousands with the same date has each on one page, in every order, and finds a page by an index", async () => {
    const { url, db } = await thousands(freshUrl);
    expect(await idsOn(db, "due", 101)).toHaveLength(2_510);
    for (const sort of ["reported", "address"]) expect(await idsOn(db, sort, 10)).toHaveLength(250);
    for (const page of [0, -1, 1.5, Number.NaN]) expect((await listRepairs(db, { query: queryOf({}), page, now: NOW })).page).toBe(1);
    expect((await listRepairs(db, { query: queryOf({}), page: 9e15, now: NOW })).page).toBe(101);
    const statements = await statementsOf("repairs", () => listRepairs(db, { query: queryOf({}), page: 1, now: NOW }));
    expect(statements).toHaveLength(2);
    for (const statement of statements) {
      const plan = await planOf(url, statement);
      // They are counted by whichever index is cheapest; a page is read in its order.
      expect(plan).toMatch(/ limit /i.test(statement.text) ? /repairs_by_(status|due|time)/ : /repairs_by_\w+/);
      expect(plan).not.toMatch(/Seq Scan on repairs|SCAN repairs(?! USING)/);
    }
    await db.close();
  });

  test("is written into a file some at a time, without what is reported meanwhile", async () => {
    const { db, add } = await thousands(freshUrl);
    const sizes: number[] = [];
    const exported = new Set<string>();
    for await (const lines of exportRepairs(db, queryOf({}), { now: NOW })) {
      sizes.push(lines.length);
      for (const { repair } of lines) exported.add(repair.id);
      await add(1, new Date(NOW.getTime() + 1000));
    }
    expect(sizes).toEqual([500, 500, 500, 500, 500, 10]);
    expect(exported.size).toBe(2_510);
    await db.close();
  });
});
