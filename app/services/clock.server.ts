import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { readDatabaseTime } from "#db/queries/database-time.ts";

const MEASURE_AGAIN_MS = 60_000;

/** What is kept of a test clock, so that after a restart its time goes on instead of starting over. */
const kept = z.object({ testClock: z.iso.datetime(), offset: z.number().int() });

/**
 * The clock of promises, holds, sessions and targets: the only place that reads the time. Several servers on one PostgreSQL follow
 * that database's time, measured now and every minute, so that they agree when a hold lapses.
 * `testClock` shifts it, for tests: at the first start it is that instant, and it goes on at the pace of real time, over restarts
 * too (the offset is kept in `dataDir`). `warn` is told so. Throws when the database cannot tell the time at the start.
 */
export async function createClock(options: {
  db: Db;
  dataDir: string;
  testClock?: Date | undefined;
  warn: (message: string) => void;
}): Promise<() => Date> {
  const { db, dataDir, testClock, warn } = options;
  const real = db.engine === "postgres" ? await followDatabase(db) : () => new Date();
  if (!testClock) return real;
  const offset = offsetOf(testClock, { dataDir, realNow: real() });
  const shifted = () => new Date(real().getTime() + offset);
  warn(`TEST_CLOCK IS ON: this server believes it is ${shifted().toISOString()}. Never use it for real tenants.`);
  return shifted;
}

/** This server's clock, put right by the database's. */
async function followDatabase(db: Db): Promise<() => Date> {
  let skew = await measureSkew(db);
  const measureAgain = async () => {
    skew = await measureSkew(db).catch(() => skew); // the database is away: the last measure still holds
  };
  setInterval(measureAgain, MEASURE_AGAIN_MS).unref();
  return () => new Date(Date.now() + skew);
}

/** By how many milliseconds the database is ahead of this server, taken at the middle of the question and its answer. */
async function measureSkew(db: Db): Promise<number> {
  const asked = Date.now();
  const there = await readDatabaseTime(db);
  return Math.round(there.getTime() - (asked + Date.now()) / 2);
}

/** The offset kept for this test clock, or a new one; another TEST_CLOCK starts anew. */
function offsetOf(testClock: Date, { dataDir, realNow }: { dataDir: string; realNow: Date }): number {
  const file = join(dataDir, "test-clock.json");
  const before = readKept(file);
  if (before?.testClock === testClock.toISOString()) return before.offset;
  const offset = testClock.getTime() - realNow.getTime();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify({ testClock: testClock.toISOString(), offset }));
  return offset;
}

function readKept(file: string) {
  try {
    return kept.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined; // none yet, or cut short by a crash: a new one is made
  }
}

/** The time of this process, for what happens before there is a database to agree with: migrations, and commands. */
export function realTime(): Date {
  return new Date();
}
