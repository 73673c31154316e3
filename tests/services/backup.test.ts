import { spawn } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import Sqlite from "better-sqlite3";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import { backUp } from "#app/services/back-up.server.ts";
import { openPhotoStore, photoPaths } from "#app/services/photo-store.server.ts";
import { restoreBackup } from "#app/services/restore-backup.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { projectFile } from "#db/root.ts";
import { freshFolder, freshPostgres, freshSqlite } from "#tests/support/engines.ts";
import { readShape } from "#tests/support/read-shape.ts";

const NOW = new Date("2027-01-04T09:00:00.000Z");
const LATER = new Date("2027-01-05T09:00:00.000Z");

/** Opens, uses and closes: no connection is left, as when the service has stopped. */
async function withDb<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(url);
  return await work(db).finally(() => db.close());
}

const addDay = (url: string, date: string) => withDb(url, (db) => db.write((tx) => tx.insert(db.schema.days).values({ date })));
const daysOf = (url: string) => withDb(url, async (db) => (await db.read.select().from(db.schema.days)).map(({ date }) => date).sort());

/** Runs a command as an administrator does, in a process of its own. */
function command(name: "backup" | "restore", words: string[], env: Record<string, string>) {
  const program = projectFile(`app/server/commands/${name}.ts`);
  const child = spawn(process.execPath, ["--import", "tsx", program, ...words], {
    cwd: projectFile(""),
    env: { ...process.env, DATA_DIR: freshFolder(), SESSION_SECRET: "a".repeat(32), ...env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  return new Promise<{ code: number | null; said: string }>((resolve) => child.once("close", (code) => resolve({ code, said })));
}

/** Every row of every table. */
const everything = (url: string) =>
  withDb(url, async (db) => {
    const rows: Record<string, string[]> = {};
    for (const [name, table] of Object.entries(db.schema))
      rows[name] = (await db.read.select().from(table as SQLiteTable)).map((row) => JSON.stringify(row)).sort();
    return rows;
  });

const fillWithOddities = (url: string) =>
  withDb(url, (db) =>
    db.write(async (tx) => {
      const { catalogues, problems, drafts, days, contractors, operatives, slots, events } = db.schema;
      const at = new Date("2027-03-28T01:00:00.007Z");
      await tx.insert(catalogues).values({ id: "c1", version: 1, language: "en", source: "a\\b", fingerprint: "'; --", addedAt: at });
      const problem = { catalogueId: "c1", location: "Küche 🔧", outcome: "book", visits: 1, audience: ["tenant"], entry: false };
      await tx.insert(problems).values([
        { ...problem, id: "p1", position: 1, problem: "line\nbreak\ttab", detail: null, presence: true },
        { ...problem, id: "p2", position: 2, problem: '"quoted"', detail: "", presence: false, audience: [] },
      ]);
      const draft = { id: "d1", kind: "report", device: "x", language: "en", catalogueId: "c1", createdAt: at, touchedAt: at };
      await tx.insert(drafts).values({ ...draft, typed: { where: { place: ["a", "{}"] }, what: { words: "null" } } });
      await tx.insert(days).values({ date: "2027-03-28" });
      await tx.insert(contractors).values({ id: "o", name: "Own", inHouse: true });
      await tx.insert(operatives).values({ id: "o1", name: "Sam", contractorId: "o" });
      const slot = { operativeId: "o1", date: "2027-03-28", window: "am", starts: "08:00", ends: "13:00" };
      await tx.insert(slots).values({ ...slot, id: "s1", place: 1, draftId: "d1", part: 1, expiresAt: at });
      const many = Array.from({ length: 2500 }, (_, row) => ({ ...slot, id: `m${row}`, place: row + 2, open: row % 2 === 0 }));
      for (let from = 0; from < many.length; from += 500) await tx.insert(slots).values(many.slice(from, from + 500));
      await tx
        .insert(events)
        .values({ id: "e1", at, who: "system", channel: "office", what: "x", changeId: "x", before: { a: null, b: 1 } });
    }),
  );

/** A photo that is kept, and one whose files went between the copy of the database and theirs. */
async function fillWithPhotos(url: string, photosDir: string) {
  const store = openPhotoStore(photosDir, NOW);
  const [kept, removed] = [await store.keep({ full: Buffer.from("full"), small: Buffer.from("small") }), "f".repeat(32)];
  const photo = { draftId: "d1", bytes: 9, width: 4, height: 3, addedAt: NOW };
  await withDb(url, (db) =>
    db.write(async (tx) => {
      const { photos } = db.schema;
      await tx.insert(photos).values({ ...photo, id: "f1", file: kept, position: 1 });
      await tx.insert(photos).values({ ...photo, id: "f2", file: removed, position: 2 });
    }),
  );
  return { kept, removed };
}

/** Every file of a folder by its path, with what it holds. */
function filesIn(folder: string): [string, string][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]);
}

for (const [engine, freshUrl, elsewhereUrl] of [
  ["SQLite", freshSqlite, async () => join(freshFolder(), "new", "restored.sqlite")] as const,
  ["PostgreSQL", freshPostgres, () => freshPostgres("template1")] as const,
]) {
  describe(`a backup of ${engine}`, () => {
    test("brings back every row of every table, its shape and the settings, elsewhere", async () => {
      const [url, elsewhere, folder, settings] = [await freshUrl(), await elsewhereUrl(), freshFolder(), join(freshFolder(), "ours.json")];
      await fillWithOddities(url);
      const [photosDir, photosThere] = [freshFolder(), freshFolder()];
      const { kept, removed } = await fillWithPhotos(url, photosDir);
      writeFileSync(settings, '{"name":"Ours"}');
      const made = await backUp({ databaseUrl: url, landlordConfig: settings, photosDir, folder, now: NOW });
      expect(readdirSync(folder)).toEqual(["2027-01-04T09-00-00-000Z"]);

      const there = join(freshFolder(), "etc", "ours.json");
      const done = await restoreBackup({
        databaseUrl: elsewhere,
        landlordConfig: there,
        photosDir: photosThere,
        folder: made,
        force: false,
        now: LATER,
      });
      expect(done).toEqual({ madeAt: NOW.toISOString(), aside: undefined, settings: "written" });
      expect(readFileSync(there, "utf8")).toBe('{"name":"Ours"}');
      expect(await everything(elsewhere)).toEqual(await everything(url));
      expect(filesIn(photosThere)).toEqual(filesIn(photosDir));
      expect(filesIn(photosThere).map(([name]) => name)).toEqual(photoPaths(kept).sort());
      expect(filesIn(photosThere).flat().join()).not.toContain(removed);
      expect(await readShape(elsewhere)).toEqual(await readShape(url));
      expect(await migrate(elsewhere, LATER)).toEqual([]);
    });

    test("made while people book holds every booking acknowledged before it, and no half of one", async () => {
      const [url, elsewhere, folder] = [await freshUrl(), await elsewhereUrl(), freshFolder()];
      const acknowledged: string[] = [];
      let stop = false;
      const booking = withDb(url, async (db) => {
        const { days, trades } = db.schema;
        for (let turn = 1; !stop; turn++) {
          const name = `day-${turn}`;
          await db.write(async (tx) => {
            await tx.insert(days).values({ date: name });
            await tx.insert(trades).values({ id: name, name });
          });
          acknowledged.push(name);
        }
      });
      while (acknowledged.length < 50) await new Promise((next) => setTimeout(next, 5));
      const before = acknowledged.slice();
      const backup = await command("backup", [folder], { DATABASE_URL: url });
      const meanwhile = acknowledged.length - before.length;
      stop = true;
      await booking;
      expect(backup).toMatchObject({ code: 0, said: expect.stringContaining("Backed up to") });
      expect(meanwhile).toBeGreaterThan(0);

      const [made = ""] = readdirSync(folder);
      const restore = await command("restore", [join(folder, made)], { DATABASE_URL: elsewhere });
      expect(restore).toMatchObject({ code: 0, said: expect.stringContaining("Restored the backup") });
      const { days = [], trades = [] } = await everything(elsewhere);
      expect(trades).toHaveLength(days.length);
      const there = new Set(await daysOf(elsewhere));
      expect(before.filter((name) => !there.has(name))).toEqual([]);
      expect([...there].filter((name) => !acknowledged.includes(name))).toEqual([]);
    });

    test("is refused while the service runs, or over a database without --force; with it, the present one is kept", async () => {
      const [url, folder] = [await freshUrl(), freshFolder()];
      await addDay(url, "2027-01-04");
      const made = await backUp({ databaseUrl: url, photosDir: freshFolder(), folder, now: NOW });
      await addDay(url, "2027-01-05");
      const restore = (force: boolean) => restoreBackup({ databaseUrl: url, photosDir: freshFolder(), folder: made, force, now: LATER });
      await withDb(url, async (db) => {
        expect(await db.read.$count(db.schema.days)).toBe(2);
        await expect(restore(true)).rejects.toThrow(/The service is using .*: stop it/);
      });
      await expect(restore(false)).rejects.toThrow("--force");
      expect(await daysOf(url)).toEqual(["2027-01-04", "2027-01-05"]);

      const { aside = "" } = await restore(true);
      expect(aside).toMatch(/2027-01-05T09-00-00-000Z\.before-restore$/);
      expect(await daysOf(url)).toEqual(["2027-01-04"]);
      const kept = engine === "SQLite" ? aside : `${url}?options=-c%20search_path%3D%22${aside}%22`;
      expect(await daysOf(kept)).toEqual(["2027-01-04", "2027-01-05"]);
    });

    test("that was changed or cut short is refused, and the database stays as it is", async () => {
      const [url, folder] = [await freshUrl(), freshFolder()];
      const made = await backUp({ databaseUrl: url, photosDir: freshFolder(), folder, now: NOW });
      await addDay(url, "2027-01-05");
      const [file = ""] = readdirSync(made).filter((name) => name.startsWith("database"));
      appendFileSync(join(made, file), "x");
      const restore = restoreBackup({ databaseUrl: url, photosDir: freshFolder(), folder: made, force: true, now: LATER });
      await expect(restore).rejects.toThrow("is not the file that was backed up");
      expect(await daysOf(url)).toEqual(["2027-01-05"]);
    });
  });
}

test("a folder that is no backup, or one of the other engine, is refused in one line", async () => {
  const [sqlite, postgres, folder] = [await freshSqlite(), await freshPostgres(), freshFolder()];
  const made = await backUp({ databaseUrl: sqlite, photosDir: freshFolder(), folder, now: NOW });
  await expect(restoreBackup({ databaseUrl: postgres, photosDir: folder, folder: made, force: false, now: LATER })).rejects.toThrow(
    "was made from sqlite",
  );
  const nothing = await command("restore", [folder], { DATABASE_URL: sqlite });
  expect(nothing).toEqual({ code: 1, said: `${folder}: is not a backup that this version can read\n` });
  expect(await command("backup", [], { DATABASE_URL: sqlite })).toMatchObject({ code: 1, said: expect.stringContaining("Say where") });
});

test("a backup that fails leaves nothing", async () => {
  const folder = freshFolder();
  await expect(backUp({ databaseUrl: join(folder, "none.sqlite"), photosDir: folder, folder, now: NOW })).rejects.toThrow(
    "no database to back up",
  );
  expect(readdirSync(folder)).toEqual([]);
});

test("SQLite: a damaged database, or the journal of a lost one, never reaches the restored file", async () => {
  const [url, folder] = [await freshSqlite(), freshFolder()];
  await addDay(url, "2027-01-04");
  const made = await backUp({ databaseUrl: url, photosDir: freshFolder(), folder, now: NOW });
  writeFileSync(url, "not a database");
  writeFileSync(`${url}-wal`, "nor a journal");
  const { aside } = await restoreBackup({ databaseUrl: url, photosDir: freshFolder(), folder: made, force: true, now: LATER });
  expect(readFileSync(aside ?? "", "utf8")).toBe("not a database");
  expect(await daysOf(url)).toEqual(["2027-01-04"]);
  const restored = new Sqlite(url);
  expect(restored.pragma("integrity_check", { simple: true })).toBe("ok");
  restored.close();
});
