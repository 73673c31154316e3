import { asc, count, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { addDays } from "#app/domain/local-date.ts";
import { generateSlots } from "#app/services/generate-slots.server.ts";
import { readLandlord } from "#app/services/read-landlord.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { onBothEngines } from "#tests/support/engines.ts";

const { windows } = readLandlord().rules;
const now = new Date("2026-11-23T09:00:00Z");
const MONDAY = "2026-11-30";
const FOUR_WEEKS = { nation: "england", from: MONDAY, to: addDays(MONDAY, 28), now };

interface Pattern {
  operativeId: string;
  weekday: number;
  window: string;
  visits: number;
  untilDate?: string;
}

async function addOperatives(db: Db, ids: string[], patterns: Pattern[]) {
  const { contractors, operatives, workingPatterns } = db.schema;
  await db.write(async (tx) => {
    await tx.insert(contractors).values({ id: "own", name: "Own", inHouse: true }).onConflictDoNothing();
    await tx.insert(operatives).values(ids.map((id) => ({ id, name: id, contractorId: "own" })));
    await tx.insert(workingPatterns).values(
      patterns.map((pattern) => ({
        ...pattern,
        id: `${pattern.operativeId}-${pattern.weekday}-${pattern.window}`,
        fromDate: "2026-01-01",
      })),
    );
  });
}

const slotsOf = (db: Db) =>
  db.read.select().from(db.schema.slots).orderBy(asc(db.schema.slots.date), asc(db.schema.slots.starts), asc(db.schema.slots.place));

async function countSlots(db: Db): Promise<number> {
  const [row] = await db.read.select({ slots: count() }).from(db.schema.slots);
  return row?.slots ?? 0;
}

/** Twelve operatives, Monday to Friday, two visits in the morning and two in the afternoon. */
async function addTwelve(db: Db) {
  const ids = Array.from({ length: 12 }, (_, at) => `operative-${at}`);
  const week = [1, 2, 3, 4, 5].flatMap((weekday) => ["morning", "afternoon"].map((window) => ({ weekday, window, visits: 2 })));
  await addOperatives(
    db,
    ids,
    ids.flatMap((operativeId) => week.map((pattern) => ({ operativeId, ...pattern }))),
  );
}

onBothEngines("generating slots", (open, freshUrl) => {
  let db: Db;
  const withRules = async (given: Db) => {
    await given.write(async (tx) => {
      await tx.insert(given.schema.rules).values({ id: "first", kind: "windows", fromDate: "2000-01-01", value: windows });
    });
    return given;
  };
  beforeEach(async () => {
    db = await withRules(await open());
  });

  test("makes the visits of the patterns, with the times of their weekday, and the dates", async () => {
    await addOperatives(
      db,
      ["sam"],
      [
        { operativeId: "sam", weekday: 1, window: "morning", visits: 2 },
        { operativeId: "sam", weekday: 5, window: "afternoon", visits: 1 },
        { operativeId: "sam", weekday: 6, window: "afternoon", visits: 1 },
      ],
    );
    await generateSlots(db, { ...FOUR_WEEKS, to: addDays(MONDAY, 7) });
    const made = await slotsOf(db);
    expect(made).toMatchObject([
      { operativeId: "sam", date: MONDAY, window: "morning", starts: "08:00", ends: "13:00", place: 1, open: true, appointmentId: null },
      { operativeId: "sam", date: MONDAY, window: "morning", starts: "08:00", ends: "13:00", place: 2, open: true, draftId: null },
      { operativeId: "sam", date: "2026-12-04", window: "afternoon", starts: "12:00", ends: "15:30", place: 1 },
    ]);
    const dates = await db.read.select({ date: db.schema.days.date }).from(db.schema.days).orderBy(asc(db.schema.days.date));
    expect(dates.map(({ date }) => date)).toEqual(Array.from({ length: 7 }, (_, at) => addDays(MONDAY, at)));
  });

  test("makes none on the bank holidays of the nation", async () => {
    await db.write(async (tx) => {
      await tx.insert(db.schema.bankHolidays).values([
        { nation: "england", date: "2026-12-25", name: "Christmas Day" },
        { nation: "scotland", date: "2026-12-24", name: "Not in England" },
      ]);
    });
    await addTwelve(db);
    await generateSlots(db, FOUR_WEEKS);
    const dates = new Set((await slotsOf(db)).map(({ date }) => date));
    expect(dates.has("2026-12-24")).toBe(true);
    expect(dates.has("2026-12-25")).toBe(false);
    expect(dates.size).toBe(19);
  });

  test("stops with the last day of a pattern, and leaves out who is no longer at work", async () => {
    await addOperatives(
      db,
      ["sam", "alex"],
      [
        { operativeId: "sam", weekday: 1, window: "morning", visits: 1, untilDate: addDays(MONDAY, 7) },
        { operativeId: "alex", weekday: 1, window: "morning", visits: 1 },
      ],
    );
    await db.write(async (tx) => {
      await tx.update(db.schema.operatives).set({ active: false }).where(eq(db.schema.operatives.id, "alex"));
    });
    await generateSlots(db, FOUR_WEEKS);
    expect((await slotsOf(db)).map(({ operativeId, date }) => [operativeId, date])).toEqual([
      ["sam", MONDAY],
      ["sam", addDays(MONDAY, 7)],
    ]);
  });

  test("takes the times in force on each date, and leaves slots that are there as they are", async () => {
    await addOperatives(db, ["sam"], [{ operativeId: "sam", weekday: 1, window: "morning", visits: 1 }]);
    await generateSlots(db, { ...FOUR_WEEKS, to: addDays(MONDAY, 8) });
    const later = windows.map((window) =>
      window.code === "morning" ? { ...window, hours: { ...window.hours, monday: { from: "07:00", to: "12:00" } } } : window,
    );
    await db.write(async (tx) => {
      await tx.insert(db.schema.rules).values({ id: "next", kind: "windows", fromDate: addDays(MONDAY, 7), value: later });
    });
    await generateSlots(db, FOUR_WEEKS);
    expect((await slotsOf(db)).map(({ starts }) => starts)).toEqual(["08:00", "08:00", "07:00", "07:00"]);
  });

  test("adds nothing the second time, and never touches a slot that is held or closed", async () => {
    await addTwelve(db);
    await generateSlots(db, FOUR_WEEKS);
    const [held, closed] = await slotsOf(db);
    const { catalogues, drafts, slots } = db.schema;
    await db.write(async (tx) => {
      await tx.insert(catalogues).values({ id: "c", version: 1, language: "en", source: "test", fingerprint: "f", addedAt: now });
      const draft = { id: "d", kind: "report", device: "x", language: "en", catalogueId: "c", typed: {}, createdAt: now, touchedAt: now };
      await tx.insert(drafts).values(draft);
      await tx
        .update(slots)
        .set({ draftId: "d", part: 1, expiresAt: now })
        .where(eq(slots.id, held?.id ?? ""));
      await tx
        .update(slots)
        .set({ open: false })
        .where(eq(slots.id, closed?.id ?? ""));
    });
    const before = await slotsOf(db);
    await generateSlots(db, FOUR_WEEKS);
    expect(await slotsOf(db)).toEqual(before);
    expect(before).toHaveLength(12 * 20 * 4);
    expect(before.filter(({ draftId, open: isOpen }) => draftId === "d" || !isOpen)).toHaveLength(2);
  });

  test("adds only what is new when the range moves on", async () => {
    await addTwelve(db);
    await generateSlots(db, FOUR_WEEKS);
    await generateSlots(db, { ...FOUR_WEEKS, from: addDays(MONDAY, 7), to: addDays(MONDAY, 35) });
    expect(await countSlots(db)).toBe(12 * 25 * 4);
  });

  test("adds nothing twice when two processes generate at once", async () => {
    const url = await freshUrl();
    const [one, other] = [openDb(url), openDb(url)];
    try {
      await addTwelve(await withRules(one));
      await Promise.all([generateSlots(one, FOUR_WEEKS), generateSlots(other, FOUR_WEEKS)]);
      expect(await countSlots(one)).toBe(12 * 20 * 4);
    } finally {
      await one.close();
      await other.close();
    }
  });
});
