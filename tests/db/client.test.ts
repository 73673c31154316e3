import { setTimeout as pause } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { type Db, openDb, type Query } from "#db/client.ts";
import { freshPostgres, freshSqlite, onBothEngines, opening } from "#tests/support/engines.ts";
import { runOn } from "#tests/support/postgres-cluster.ts";
import { signal } from "#tests/support/signal.ts";

const addDay = (db: Db, tx: Query, date: string) => tx.insert(db.schema.days).values({ date });

onBothEngines("a change", (open, freshUrl) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
  });
  const days = async () => (await db.read.select().from(db.schema.days).orderBy(db.schema.days.date)).map(({ date }) => date);

  test("is seen by the next read, and gives back what its callback gives", async () => {
    const given = await db.write(async (tx) => {
      await addDay(db, tx, "2027-01-04");
      return "done";
    });
    expect(given).toBe("done");
    expect(await days()).toEqual(["2027-01-04"]);
  });

  test("sees its own rows before it ends", async () => {
    const seen = await db.write(async (tx) => {
      await addDay(db, tx, "2027-01-04");
      return await tx.$count(db.schema.days);
    });
    expect(seen).toBe(1);
  });

  test("that throws leaves nothing, hands its error on, and the next one goes through", async () => {
    const failed = db.write(async (tx) => {
      await addDay(db, tx, "2027-01-04");
      throw new Error("changed my mind");
    });
    await expect(failed).rejects.toThrow("changed my mind");
    await db.write((tx) => addDay(db, tx, "2027-01-05"));
    expect(await days()).toEqual(["2027-01-05"]);
  });

  test("under way is not seen outside", async () => {
    const half = signal();
    const goOn = signal();
    const change = db.write(async (tx) => {
      await addDay(db, tx, "2027-01-04");
      half.give();
      await goOn.given;
    });
    await half.given;
    expect(await days()).toEqual([]);
    goOn.give();
    await change;
    expect(await days()).toEqual(["2027-01-04"]);
  });

  test("refused by a constraint throws, and leaves nothing", async () => {
    const twice = db.write(async (tx) => {
      await addDay(db, tx, "2027-01-04");
      await addDay(db, tx, "2027-01-04");
    });
    await expect(twice).rejects.toThrow();
    const orphan = db.write((tx) => tx.insert(db.schema.operatives).values({ id: "o1", name: "Sam", contractorId: "nobody" }));
    await expect(orphan).rejects.toThrow();
    expect(await days()).toEqual([]);
    expect(await db.read.$count(db.schema.operatives)).toBe(0);
  });

  test("that expects a refusal looks at what came back, and goes on", async () => {
    const { days: table } = db.schema;
    const rows = await db.write(async (tx) => {
      const first = await tx.insert(table).values({ date: "2027-01-04" }).onConflictDoNothing().returning();
      const second = await tx.insert(table).values({ date: "2027-01-04" }).onConflictDoNothing().returning();
      await addDay(db, tx, "2027-01-05");
      return [first.length, second.length];
    });
    expect(rows).toEqual([1, 0]);
    expect(await days()).toEqual(["2027-01-04", "2027-01-05"]);
  });

  test("adds to what others add: fifty at once lose nothing", async () => {
    const { days: table } = db.schema;
    await db.write((tx) => addDay(db, tx, "2027-01-04"));
    const addOne = (tx: Query) =>
      tx
        .update(table)
        .set({ version: sql`${table.version} + 1` })
        .where(eq(table.date, "2027-01-04"));
    await Promise.all(Array.from({ length: 50 }, () => db.write(addOne)));
    expect(await db.read.select({ version: table.version }).from(table)).toEqual([{ version: 50 }]);
  });

  test("is still there when the database is closed, twice, and opened again", async () => {
    const url = await freshUrl();
    const before = openDb(url);
    await before.write((tx) => addDay(before, tx, "2027-01-04"));
    await before.close();
    await before.close();
    const after = openDb(url);
    expect(await after.read.$count(after.schema.days)).toBe(1);
    await after.close();
  });
});

test("SQLite waits for another process's lock, and the event loop goes on meanwhile", async () => {
  const url = await freshSqlite();
  const db = openDb(url);
  const other = new Sqlite(url);
  other.exec("BEGIN IMMEDIATE");
  const order: string[] = [];
  const change = db.write((tx) => addDay(db, tx, "2027-01-04")).then(() => order.push("written"));
  for (let tick = 1; tick <= 10; tick++) {
    await pause(30); // never over when a wait stops the event loop
    order.push(`tick ${tick}`);
  }
  other.exec("COMMIT");
  await change;
  expect(order).toEqual([...Array.from({ length: 10 }, (_, at) => `tick ${at + 1}`), "written"]);
  other.close();
  await db.close();
});

test("SQLite: a change after another without an end leaves room for everything else", async () => {
  const db = await opening(freshSqlite)();
  let stop = false;
  const timer = pause(20).then(() => {
    stop = true;
  });
  let turns = 0;
  while (!stop && turns < 20_000) await db.write((tx) => addDay(db, tx, `day ${turns++}`));
  expect(stop).toBe(true);
  await timer;
});

/** Two changes lock two rows in opposite orders; both wait until each has its first. */
async function lockCrosswise(db: Db, update: (tx: Query, date: string) => PromiseLike<unknown>) {
  let runs = 0;
  const both = signal();
  const cross = (first: string, second: string) =>
    db.write(async (tx) => {
      runs++;
      await update(tx, first);
      if (runs === 2) both.give();
      await both.given;
      await update(tx, second);
    });
  await Promise.all([cross("2027-01-04", "2027-01-05"), cross("2027-01-05", "2027-01-04")]);
  return runs;
}

test("PostgreSQL runs a change again after a deadlock (40P01)", async () => {
  const db = await opening(freshPostgres)();
  const { days } = db.schema;
  await db.write((tx) => tx.insert(days).values([{ date: "2027-01-04" }, { date: "2027-01-05" }]));
  const runs = await lockCrosswise(db, (tx, date) =>
    tx
      .update(days)
      .set({ version: sql`${days.version} + 1` })
      .where(eq(days.date, date)),
  );
  expect(runs).toBe(3);
  expect((await db.read.select().from(days)).map(({ version }) => version)).toEqual([2, 2]);
});

test("PostgreSQL runs a change again after a serialization failure (40001), five times at most", async () => {
  const url = await freshPostgres();
  await runOn(url, `alter database ${new URL(url).pathname.slice(1)} set default_transaction_isolation = 'repeatable read'`);
  const db = openDb(url);
  const other = openDb(url);
  const { days } = db.schema;
  const addOne = (tx: Query) => tx.update(days).set({ version: sql`${days.version} + 1` });
  await db.write((tx) => addDay(db, tx, "2027-01-04"));
  const elsewhere = elsewhereRunner(() => other.write(addOne));
  let runs = 0;
  const overtaken = (times: number) =>
    db.write(async (tx) => {
      await tx.select().from(days); // the snapshot is taken here
      if (runs++ < times) await elsewhere.ask();
      await addOne(tx);
    });

  await overtaken(1);
  expect(runs).toBe(2);
  runs = 0;
  await expect(overtaken(99)).rejects.toMatchObject({ cause: { code: "40001" } });
  expect(runs).toBe(5);
  elsewhere.stop();
  await Promise.all([db.close(), other.close()]);
});

/** Does something outside the change that asks for it, as another server would. */
function elsewhereRunner(step: () => Promise<unknown>) {
  const asked: { done: () => void }[] = [];
  let stopped = false;
  void (async () => {
    while (!stopped) {
      for (const { done } of asked.splice(0)) {
        await step();
        done();
      }
      await pause(5);
    }
  })();
  return {
    ask: () => new Promise<void>((done) => void asked.push({ done })),
    stop: () => {
      stopped = true;
    },
  };
}
