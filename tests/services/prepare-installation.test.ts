import { asc, count, eq, isNull, max, min } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Landlord } from "#app/domain/landlord.ts";
import { addDays } from "#app/domain/local-date.ts";
import { prepareInstallation } from "#app/services/prepare-installation.server.ts";
import { readLandlord } from "#app/services/read-landlord.server.ts";
import { readBankHolidays, readRules } from "#app/services/read-rules.server.ts";
import { type Db, openDb } from "#db/client.ts";
import type { Schema } from "#db/schema/schema.ts";
import { addProblems } from "#tests/support/demo-catalogue.ts";
import { onBothEngines } from "#tests/support/engines.ts";

const demo = readLandlord();
const landlord: Landlord = { ...demo, name: { en: "Real Homes" } };
/** The evening before Christmas week, in winter time. */
const now = new Date("2026-12-20T20:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 24 * 3_600_000);
const asDemo = { landlord: demo, isDemo: true, now };
const asLandlord = { landlord, isDemo: false, now };

const TABLES: (keyof Schema)[] = [
  ...(["installation", "rules", "bankHolidays", "trades", "catalogues", "problems", "patches", "blocks", "homes", "contractors"] as const),
  ...(["operatives", "operativeTrades", "operativePatches", "workingPatterns", "drafts", "repairs", "contacts", "appointments"] as const),
  ...(["events", "days", "slots"] as const),
];

/** Every row of every table, sorted: what is the same database has the same dump. */
async function dump(db: Db): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) tables[table] = (await db.read.select().from(db.schema[table])).map((row) => JSON.stringify(row)).sort();
  return tables;
}

async function rowCount(db: Db, table: keyof Schema): Promise<number> {
  const [row] = await db.read.select({ rows: count() }).from(db.schema[table]);
  return row?.rows ?? 0;
}

const counts = async (db: Db, tables: (keyof Schema)[]) => {
  const entries: [string, number][] = [];
  for (const table of tables) entries.push([table, await rowCount(db, table)]);
  return Object.fromEntries(entries);
};

async function kindOf(db: Db) {
  const rows = await db.read.select({ kind: db.schema.installation.kind }).from(db.schema.installation);
  return rows.map(({ kind }) => kind);
}

onBothEngines("the first start of a demo", (open) => {
  let db: Db;
  beforeAll(async () => {
    db = await open();
    await addProblems(db);
    await prepareInstallation(db, asDemo);
  });

  test("loads the demo landlord, its rules and bank holidays, and twelve weeks of slots that are closed at Christmas", async () => {
    expect(await kindOf(db)).toEqual(["demo"]);
    expect(await counts(db, ["homes", "patches", "blocks", "trades", "operatives", "rules", "bankHolidays"])).toEqual({
      homes: 2000,
      patches: 4,
      blocks: 60,
      trades: 10,
      operatives: 30,
      rules: 3,
      bankHolidays: 32,
    });
    expect(await readRules(db, "2026-12-20")).toEqual(demo.rules);
    const { slots } = db.schema;
    const dates = (await db.read.selectDistinct({ date: slots.date }).from(slots).orderBy(asc(slots.date))).map(({ date }) => date);
    expect(dates.filter((date) => date >= "2026-12-21" && date <= "2027-01-04")).toEqual([
      ...["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-24", "2026-12-26"],
      ...["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-02", "2027-01-04"],
    ]);
    expect(dates.at(-1)).toBe("2027-03-13");
  });

  test("makes the same rows on the same date, and every slot taken belongs to an appointment with all its parts", async () => {
    const other = await open();
    await addProblems(other);
    await prepareInstallation(other, asDemo);
    expect(await dump(other)).toEqual(await dump(db));
    const { slots, appointments } = db.schema;
    const taken = await db.read
      .select({ needed: appointments.slotsNeeded, parts: count(), last: max(slots.part), first: min(slots.part) })
      .from(appointments)
      .leftJoin(slots, eq(slots.appointmentId, appointments.id))
      .groupBy(appointments.id, appointments.slotsNeeded);
    expect(taken.length).toBeGreaterThan(500);
    for (const { needed, parts, first, last } of taken) expect([parts, first, last]).toEqual([needed, 1, needed]);
  });

  test("is not done again: a restart on the same day changes nothing, whatever rules the settings then say", async () => {
    const before = await dump(db);
    await prepareInstallation(db, {
      ...asDemo,
      landlord: { ...demo, rules: { ...demo.rules, booking: { ...demo.rules.booking, leadDays: 9 } } },
    });
    expect(await dump(db)).toEqual(before);
  });

  test("is not for real settings: they are refused and change nothing", async () => {
    const before = await dump(db);
    await expect(prepareInstallation(db, { ...asLandlord, now: days(1) })).rejects.toThrow(/^This database holds the demo: .*$/);
    expect(await dump(db)).toEqual(before);
  });

  test("is followed by starts that only add the slots of later dates", async () => {
    const before = await dump(db);
    await prepareInstallation(db, { ...asDemo, now: days(30) });
    const after = await dump(db);
    expect(after.slots?.length).toBeGreaterThan(before.slots?.length ?? 0);
    expect(after.slots).toEqual(expect.arrayContaining(before.slots?.filter((row) => row.includes('"part":1')) ?? []));
    expect({ ...after, slots: [], days: [] }).toEqual({ ...before, slots: [], days: [] });
    const { slots } = db.schema;
    const [last] = await db.read
      .select({ date: max(slots.date) })
      .from(slots)
      .where(isNull(slots.appointmentId));
    expect(last?.date).toBe(addDays("2026-12-20", 30 + 83));
  });
});

onBothEngines("a first start", (open, freshUrl) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
    await addProblems(db);
  });

  test("of a demo refuses a database that has homes already", async () => {
    const { homes } = db.schema;
    await db.write(async (tx) => {
      await tx.insert(homes).values({ uprn: "1", line1: "1 High Street", postcode: "FH11AA", sortKey: "1", tenure: "secure" });
    });
    await expect(prepareInstallation(db, asDemo)).rejects.toThrow(/^LANDLORD_CONFIG is missing: this database has homes already/);
    expect(await counts(db, ["installation", "rules", "homes", "operatives"])).toEqual({
      installation: 0,
      rules: 0,
      homes: 1,
      operatives: 0,
    });
  });

  test("that is cut short leaves nothing, and the next one does it whole", async () => {
    const cutShort: Db = {
      ...db,
      write: (change) =>
        db.write(async (tx) => {
          const value = await change(tx);
          const [{ rows } = { rows: 0 }] = await tx.select({ rows: count() }).from(db.schema.slots);
          if (rows > 0) throw new Error("the power went off");
          return value;
        }),
    };
    await expect(prepareInstallation(cutShort, asDemo)).rejects.toThrow("the power went off");
    expect(await counts(db, ["installation", "rules", "homes", "slots"])).toEqual({ installation: 0, rules: 0, homes: 0, slots: 0 });
    await prepareInstallation(db, asDemo);
    expect(await rowCount(db, "homes")).toBe(2000);
  });

  test("is done once by two processes that start together, with the product's catalogue and work for every trade in it", async () => {
    const url = await freshUrl();
    const [one, other] = [openDb(url), openDb(url)];
    try {
      await Promise.all([prepareInstallation(one, asDemo), prepareInstallation(other, asDemo)]);
      expect(await counts(one, ["installation", "rules", "catalogues", "homes", "operatives"])).toEqual({
        installation: 1,
        rules: 3,
        catalogues: 1,
        homes: 2000,
        operatives: 30,
      });
      const trades = await one.read.selectDistinct({ trade: one.schema.repairs.trade }).from(one.schema.repairs);
      expect(trades).toHaveLength(10);
    } finally {
      await one.close();
      await other.close();
    }
  });
});

onBothEngines("whose database it is", (open) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
    await addProblems(db);
  });

  test("a real landlord's first start makes rules, bank holidays and trades, and no demo", async () => {
    await prepareInstallation(db, asLandlord);
    expect(await kindOf(db)).toEqual(["landlord"]);
    expect(await readRules(db, "2026-12-20")).toEqual(landlord.rules);
    expect((await readBankHolidays(db, "england")).has("2026-12-28")).toBe(true);
    expect(await counts(db, ["trades", "homes", "patches", "contractors", "operatives", "repairs", "contacts", "slots"])).toEqual({
      trades: 10,
      homes: 0,
      patches: 0,
      contractors: 0,
      operatives: 0,
      repairs: 0,
      contacts: 0,
      slots: 0,
    });
  });

  test("a landlord's later start generates the slots of its own operatives up to the horizon", async () => {
    const far = { ...landlord, rules: { ...landlord.rules, booking: { ...landlord.rules.booking, horizonDays: 120 } } };
    await prepareInstallation(db, { ...asLandlord, landlord: far });
    const { contractors, operatives, workingPatterns, slots } = db.schema;
    await db.write(async (tx) => {
      await tx.insert(contractors).values({ id: "own", name: "Own", inHouse: true });
      await tx.insert(operatives).values({ id: "sam", name: "Sam", contractorId: "own" });
      const pattern = { id: "p", operativeId: "sam", weekday: 1, window: "morning", visits: 1, fromDate: "2026-01-01" };
      await tx.insert(workingPatterns).values(pattern);
    });
    await prepareInstallation(db, { ...asLandlord, landlord: far });
    const [range] = await db.read.select({ first: min(slots.date), last: max(slots.date), slots: count() }).from(slots);
    expect(range).toEqual({ first: "2026-12-21", last: "2027-04-19", slots: 16 });
  });

  test("a landlord's database refuses to start without settings", async () => {
    await prepareInstallation(db, asLandlord);
    const before = await dump(db);
    await expect(prepareInstallation(db, { ...asDemo, now: days(1) })).rejects.toThrow(/^LANDLORD_CONFIG is missing: .*$/);
    expect(await dump(db)).toEqual(before);
  });
});
