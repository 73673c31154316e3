import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { expect, it, onTestFinished } from "vitest";
import { importHomes } from "#app/services/import-homes.server.ts";
import type { ImportProgress } from "#app/services/import-rows.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { freshFolder, freshSqlite, onBothEngines } from "#tests/support/engines.ts";
import { homeRows, homesFile } from "#tests/support/homes-file.ts";

const ALONE = new URL("../support/import-homes-alone.ts", import.meta.url).pathname;
const now = new Date("2027-03-01T10:00:00Z");

/** Node lets rubbish lie until its limits, which are those of the machine: the command has limits of its own, and takes no longer so. */
const MEMORY_LIMITS = ["--max-semi-space-size=2", "--max-old-space-size=64"];

/** Imports a file in a process of its own, as the command does, which prints a line for each step and at last its result. */
function importAlone(url: string, file: string): ChildProcess {
  const child = spawn(process.execPath, [...MEMORY_LIMITS, "--import", "tsx", ALONE, url, file], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  return child;
}

/** Does what a booking does, one change after another, until told to stop; counts them by what the import was doing. */
async function keepBooking(db: Db, during: () => string, isOver: () => boolean): Promise<Map<string, number>> {
  const { days } = db.schema;
  await db.write(async (tx) => void (await tx.insert(days).values({ date: "2027-03-02" })));
  const booked = new Map<string, number>();
  while (!isOver()) {
    const began = during();
    await db.write(async (tx) => {
      await tx
        .update(days)
        .set({ version: sql`${days.version} + 1` })
        .where(eq(days.date, "2027-03-02"));
    });
    if (!isOver()) booked.set(began, (booked.get(began) ?? 0) + 1);
    await pause(10); // a busy service: up to a hundred bookings a second
  }
  return booked;
}

const total = (booked: Map<string, number>) => [...booked.values()].reduce((sum, count) => sum + count, 0);

onBothEngines("booking while 50,000 homes are imported", (open, freshUrl) => {
  it("goes on in the same process", async () => {
    const db = await open();
    const file = homesFile(freshFolder(), homeRows(50_000));
    let stage: ImportProgress["stage"] = "reading";
    let isOver = false;
    const report = (progress: ImportProgress) => {
      stage = progress.stage;
    };
    const booking = keepBooking(
      db,
      () => stage,
      () => isOver,
    );
    const result = await importHomes(db, { file, now, report }).finally(() => {
      isOver = true;
    });
    const booked = await booking;
    expect(result).toMatchObject({ rows: 50_000, added: 50_000 });
    expect(booked.get("reading")).toBeGreaterThan(25);
    expect(booked.get("applying")).toBeGreaterThan(10);
    const [day] = await db.read.select().from(db.schema.days);
    expect(day?.version).toBeGreaterThanOrEqual(total(booked));
  }, 180_000);

  it("goes on while another process imports", async () => {
    const url = await freshUrl();
    const db = openDb(url);
    onTestFinished(() => db.close());
    const child = importAlone(url, homesFile(freshFolder(), homeRows(50_000)));
    let stage = "starting";
    child.stdout?.on("data", (said: Buffer) => {
      stage = said.toString().trim().split("\n").at(-1)?.split(" ")[0] ?? stage;
    });
    let code: number | undefined;
    const ended = once(child, "exit").then(([exit]) => {
      code = exit as number;
    });
    const booked = await keepBooking(
      db,
      () => stage,
      () => code !== undefined,
    );
    await ended;
    expect(code).toBe(0);
    expect(booked.get("reading")).toBeGreaterThan(25);
    expect(booked.get("applying")).toBeGreaterThan(10);
    expect(await db.read.$count(db.schema.homes)).toBe(50_000);
  }, 180_000);
});

/** How many homes an import of so many rows added, and the most memory its process held. */
async function importMeasured(rows: number): Promise<{ added: number; peakMegabytes: number }> {
  const child = importAlone(await freshSqlite(), homesFile(freshFolder(), homeRows(rows)));
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, "close");
  return JSON.parse(said.slice(said.lastIndexOf("done ") + "done ".length));
}

it("imports 200,000 homes in under 60 MB more memory than one home", async () => {
  const one = await importMeasured(1);
  const many = await importMeasured(200_000);
  expect([one.added, many.added]).toEqual([1, 200_000]);
  expect(many.peakMegabytes).toBeGreaterThan(one.peakMegabytes);
  expect(many.peakMegabytes - one.peakMegabytes).toBeLessThan(60);
}, 300_000);
