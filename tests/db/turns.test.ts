import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import type { Db, Query } from "#db/client.ts";
import { given, run } from "#db/prepared.ts";
import { onBothEngines } from "#tests/support/engines.ts";

/** What an error says, and what the errors beneath it say. */
async function complaint(work: Promise<unknown>): Promise<string> {
  const words: string[] = [];
  const error = await work.then(
    () => new Error("nothing was thrown"),
    (thrown: unknown) => thrown,
  );
  for (let at = error; at instanceof Error; at = at.cause) words.push(at.message);
  return words.join("; ");
}

onBothEngines("misuse of write", (open) => {
  let db: Db;
  beforeEach(async () => {
    db = await open();
  });
  const add = (tx: Query, date: string) => tx.insert(db.schema.days).values({ date });
  const addPrepared = (tx: Query, date: string) =>
    run(tx, "add a day", (query) => query.insert(db.schema.days).values({ date: given(db.schema.days.date, "date") }), { date });
  const stillWorks = async () => {
    await db.write((tx) => add(tx, "2027-01-08"));
    expect((await db.read.select().from(db.schema.days)).map(({ date }) => date)).toEqual(["2027-01-08"]);
  };

  test("a write inside a write throws, and rolls back", async () => {
    const nested = db.write(async (tx) => {
      await add(tx, "2027-01-04");
      await db.write((inner) => add(inner, "2027-01-05"));
    });
    expect(await complaint(nested)).toContain("write() inside write()");
    await stillWorks();
  });

  test("db.read inside a write throws, and rolls back", async () => {
    const stale = db.write(async (tx) => {
      await add(tx, "2027-01-04");
      await db.read.select().from(db.schema.days);
    });
    expect(await complaint(stale)).toContain("read through tx");
    await stillWorks();
  });

  for (const [kind, late] of [["built", add] as const, ["prepared", addPrepared] as const]) {
    test(`a ${kind} statement that was not awaited throws when its write has ended`, async () => {
      const forgotten: Promise<unknown>[] = [];
      await db.write(async (tx) => {
        forgotten.push(complaint(pause(20).then(() => late(tx, "2027-01-04"))));
      });
      expect(await forgotten[0]).toContain("after its write() had ended");
      await stillWorks();
    });

    test(`a ${kind} statement of an earlier write throws in a later one`, async () => {
      const kept: Query[] = [];
      await db.write(async (tx) => void kept.push(tx));
      const [old] = kept;
      if (!old) throw new Error("no tx");
      expect(await complaint(Promise.resolve(late(old, "2027-01-04")))).toContain("after its write() had ended");
      await stillWorks();
    });
  }

  test("what starts after a change may write and read as it likes", async () => {
    const started: Promise<unknown>[] = [];
    await db.write(async () => {
      started.push(pause(20).then(() => stillWorks()));
    });
    await started[0];
  });

  test("an error that was caught inside a change never counts as done", async () => {
    const { days } = db.schema;
    const swallowed = db.write(async (tx) => {
      await tx.insert(days).values({ date: "2027-01-04" });
      await complaint(Promise.resolve(tx.insert(days).values({ date: "2027-01-04" })));
      return "acknowledged";
    });
    const outcome = await swallowed.catch(() => "refused");
    const kept = await db.read.$count(days);
    expect({ outcome, kept }).toEqual(db.engine === "postgres" ? { outcome: "refused", kept: 0 } : { outcome: "acknowledged", kept: 1 });
  });
});
