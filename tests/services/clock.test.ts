import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClock } from "#app/services/clock.server.ts";
import { freshFolder, freshPostgres, freshSqlite, opening } from "#tests/support/engines.ts";

const REAL = new Date("2026-11-23T09:00:00.000Z");
const TEST = new Date("2027-03-28T00:30:00.000Z");
const HOUR = 3_600_000;

/** Only dates are frozen: database drivers need their timers. */
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: REAL }));
afterEach(() => void vi.useRealTimers());

const quiet = () => {};
const later = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

describe("the clock on SQLite", () => {
  const open = opening(freshSqlite);

  test("is this server's own", async () => {
    const warn = vi.fn();
    const now = await createClock({ db: await open(), dataDir: freshFolder(), warn });
    expect(now()).toEqual(REAL);
    vi.setSystemTime(later(REAL, HOUR));
    expect(now()).toEqual(later(REAL, HOUR));
    expect(warn).not.toHaveBeenCalled();
  });

  test("shifted for a test starts at that instant, goes on over a restart, and says so each time", async () => {
    const options = { db: await open(), dataDir: join(freshFolder(), "not", "there", "yet"), testClock: TEST, warn: vi.fn() };
    const now = await createClock(options);
    expect(now()).toEqual(TEST);
    vi.setSystemTime(later(REAL, HOUR));
    expect(now()).toEqual(later(TEST, HOUR));
    const afterRestart = await createClock(options);
    expect(afterRestart()).toEqual(later(TEST, HOUR));
    expect(options.warn.mock.calls).toEqual([
      [expect.stringContaining("TEST_CLOCK IS ON: this server believes it is 2027-03-28T00:30:00.000Z")],
      [expect.stringContaining("TEST_CLOCK IS ON: this server believes it is 2027-03-28T01:30:00.000Z")],
    ]);
  });

  test("starts anew at another instant, and when what was kept is cut short", async () => {
    const options = { db: await open(), dataDir: freshFolder(), warn: quiet };
    await createClock({ ...options, testClock: TEST });
    vi.setSystemTime(later(REAL, HOUR));
    const other = later(TEST, 24 * HOUR);
    expect((await createClock({ ...options, testClock: other }))()).toEqual(other);
    const file = join(options.dataDir, "test-clock.json");
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 10));
    vi.setSystemTime(later(REAL, 2 * HOUR));
    expect((await createClock({ ...options, testClock: other }))()).toEqual(other);
  });
});

describe("the clock on PostgreSQL", () => {
  const open = opening(freshPostgres);
  const minutesApart = (a: Date, b: Date) => Math.round(Math.abs(a.getTime() - b.getTime()) / 60_000);

  test("is the database's: servers whose clocks are hours apart agree", async () => {
    const db = await open();
    const options = { db, dataDir: freshFolder(), warn: quiet };
    const slow = (await createClock(options))();
    vi.setSystemTime(later(REAL, 3 * HOUR));
    const fast = (await createClock(options))();
    expect(minutesApart(slow, fast)).toBe(0);
  });

  test("shifted for a test is so by the same on servers whose clocks are hours apart", async () => {
    const options = { db: await open(), dataDir: freshFolder(), testClock: TEST, warn: quiet };
    const slow = (await createClock(options))();
    vi.setSystemTime(later(REAL, 3 * HOUR));
    const fast = (await createClock(options))();
    expect(minutesApart(slow, TEST)).toBe(0);
    expect(minutesApart(fast, TEST)).toBe(0);
  });
});
