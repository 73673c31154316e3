import { setTimeout as pause } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { type Db, openDb, type Query } from "#db/client.ts";
import { isUnavailable } from "#db/errors.ts";
import { freshPostgres, freshSqlite, onBothEngines, opening } from "#tests/support/engines.ts";
import { freePort, runOn } from "#tests/support/postgres-cluster.ts";
import { signal } from "#tests/support/signal.ts";

const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => "nothing was thrown",
    (error: unknown) => error,
  );
const add = (db: Db, date: string) => db.write((tx) => tx.insert(db.schema.days).values({ date }));

onBothEngines("an error that is not a lost database", (open) => {
  test("is not taken for one", async () => {
    const db = await open();
    await add(db, "2027-01-04");
    expect(isUnavailable(await errorOf(add(db, "2027-01-04")))).toBe(false);
    const own = db.write(async () => {
      throw new Error("ours");
    });
    expect(isUnavailable(await errorOf(own))).toBe(false);
    expect(isUnavailable(new Error("timeout of something else"))).toBe(false);
  });
});

test("SQLite held by another process for too long is unavailable", async () => {
  const file = await freshSqlite();
  const [holder, late] = [new Sqlite(file), new Sqlite(file, { timeout: 0 })];
  onTestFinished(() => void [holder, late].map((connection) => connection.close()));
  holder.exec("BEGIN IMMEDIATE");
  expect(isUnavailable(await errorOf((async () => late.exec("BEGIN IMMEDIATE"))()))).toBe(true);
});

test("PostgreSQL that does not listen is unavailable, to read and to change", async () => {
  const db = openDb(`postgres://nobody@127.0.0.1:${await freePort()}/none`);
  onTestFinished(() => db.close());
  expect(isUnavailable(await errorOf(Promise.resolve(db.read.$count(db.schema.days))))).toBe(true);
  expect(isUnavailable(await errorOf(add(db, "2027-01-04")))).toBe(true);
});

const KILL = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

test("PostgreSQL that ends every connection five times is unavailable for those, and then there again", async () => {
  const url = await freshPostgres();
  const db = openDb(url);
  onTestFinished(() => db.close());
  const booked: string[] = [];
  const faults: unknown[] = [];
  let stop = false;
  const work = async (worker: number) => {
    for (let turn = 1; !stop; turn++) {
      const date = `${worker}-${turn}`;
      await add(db, date).then(
        () => booked.push(date),
        (error: unknown) => faults.push(error),
      );
      await pause(1);
    }
  };
  const workers = Array.from({ length: 8 }, (_, worker) => work(worker));
  for (let time = 0; time < 5; time++) {
    await pause(100);
    await runOn(url, KILL);
  }
  stop = true;
  await Promise.all(workers);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.filter((error) => !isUnavailable(error))).toEqual([]);
  await add(db, "2027-01-04");
  const there = new Set((await db.read.select().from(db.schema.days)).map(({ date }) => date));
  expect(booked.filter((date) => !there.has(date))).toEqual([]);
});

test("PostgreSQL that ends the connection inside a change throws there, and keeps nothing of it", async () => {
  const url = await freshPostgres();
  const db = await opening(async () => url)();
  const inside = signal();
  const killed = signal();
  const change = db.write(async (tx: Query) => {
    await tx.insert(db.schema.days).values({ date: "2027-01-04" });
    inside.give();
    await killed.given;
    await tx.insert(db.schema.days).values({ date: "2027-01-05" });
  });
  await inside.given;
  await runOn(url, KILL);
  killed.give();
  expect(isUnavailable(await errorOf(change))).toBe(true);
  expect(await db.read.$count(db.schema.days)).toBe(0);
});
