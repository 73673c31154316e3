import { fork } from "node:child_process";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { type Db, openDb } from "#db/client.ts";
import { isMigrated, migrate } from "#db/migrate.ts";
import { type Engine, migrationsFolder, readMigrations } from "#db/migrate-files.ts";
import { projectFile } from "#db/root.ts";
import { freshFolder, freshPostgres, freshSqlite, opening } from "#tests/support/engines.ts";

const NOW = new Date("2027-01-04T09:00:00Z");
const emptySqlite = async () => join(freshFolder(), "new", "empty.sqlite");
const emptyPostgres = () => freshPostgres("template1");
const names = (engine: Engine) => readMigrations(migrationsFolder(engine)).map(({ name }) => name);

/** The product's migrations, and one more. */
function withAnother(engine: Engine, name: string, text: string): string {
  const folder = join(freshFolder(), "migrations");
  mkdirSync(folder);
  cpSync(migrationsFolder(engine), folder, { recursive: true });
  writeFileSync(join(folder, `${name}.sql`), text);
  return folder;
}

async function bookSomething(url: string) {
  const db = openDb(url);
  await db.write(async (tx) => {
    await tx.insert(db.schema.contractors).values({ id: "c1", name: "Own workforce" });
    await tx.insert(db.schema.operatives).values({ id: "o1", name: "Sam", contractorId: "c1" });
  });
  await db.close();
}

const operatives = async (db: Db) => (await db.read.select().from(db.schema.operatives)).map(({ name }) => name);

/** Another process that migrates. */
function migrateElsewhere(url: string): Promise<void> {
  const program = `import { migrate } from "${projectFile("db/migrate.ts")}"; await migrate(process.argv[2], new Date());`;
  const file = join(freshFolder(), "migrate-elsewhere.mts");
  writeFileSync(file, program);
  return new Promise((resolve, reject) => {
    const child = fork(file, [url], { execArgv: ["--import", "tsx"], cwd: projectFile("") });
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
  });
}

for (const [engine, empty, fresh] of [["sqlite", emptySqlite, freshSqlite] as const, ["postgres", emptyPostgres, freshPostgres] as const]) {
  describe(`migrations of ${engine}`, () => {
    test("are applied in order, once", async () => {
      const url = await empty();
      expect(await migrate(url, NOW)).toEqual(names(engine));
      expect(await migrate(url, NOW)).toEqual([]);
      expect(await isMigrated(await opening(async () => url)())).toBe(true);
    });

    test("of an empty database are missing", async () => {
      const url = await empty();
      if (engine === "sqlite") mkdirSync(join(url, ".."));
      expect(await isMigrated(await opening(async () => url)())).toBe(false);
    });

    test("are applied once when several servers start together", async () => {
      const url = await empty();
      if (engine === "sqlite") mkdirSync(join(url, ".."));
      const elsewhere = [migrateElsewhere(url), migrateElsewhere(url)];
      const here = await Promise.all([migrate(url, NOW), migrate(url, NOW), migrate(url, NOW)]);
      await Promise.all(elsewhere);
      expect(here.filter((applied) => applied.length > 0).length).toBeLessThanOrEqual(1);
      expect(await isMigrated(await opening(async () => url)())).toBe(true);
    });

    const bad: [string, string, RegExp][] = [
      ["a lost index", `DROP INDEX slots_once`, /lost the index slots_once of slots/],
      ["a lost table", `DROP TABLE staged_homes`, /staged_homes/],
      [
        "a statement that fails, after one that does not",
        `CREATE TABLE half (id text);--> statement-breakpoint\nSELECT * FROM nowhere`,
        /nowhere/,
      ],
    ];
    test.each(bad)("with %s are refused, and nothing of them is kept", async (_fault, text, words) => {
      const url = await fresh();
      await bookSomething(url);
      await expect(migrate(url, NOW, withAnother(engine, "9000_bad", text))).rejects.toThrow(words);
      expect(await migrate(url, NOW)).toEqual([]);
      const db = await opening(async () => url)();
      expect(await operatives(db)).toEqual(["Sam"]);
      const good = withAnother(engine, "9001_good", "CREATE TABLE half (id text)");
      expect(await migrate(url, NOW, good)).toEqual(["9001_good"]);
    });

    test("of a newer version are refused", async () => {
      const url = await fresh();
      await migrate(url, NOW, withAnother(engine, "9000_newer", "CREATE TABLE newer (id text)"));
      await expect(migrate(url, NOW)).rejects.toThrow("newer version of this service (9000_newer)");
    });
  });
}

test("PostgreSQL refuses migrations that lose a check", async () => {
  const url = await freshPostgres();
  const lost = "ALTER TABLE slots DROP CONSTRAINT slots_one_holder";
  await expect(migrate(url, NOW, withAnother("postgres", "9000_bad", lost))).rejects.toThrow("lost the check slots_one_holder of slots");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT 1 FROM pg_constraint WHERE conname = 'slots_one_holder'");
  await client.end();
  expect(rows).toHaveLength(1);
});

/** A table rebuilt as SQLite needs it for most changes. */
const rebuild = (columns: string, rows: string) => `CREATE TABLE new_operatives (${columns});
--> statement-breakpoint
INSERT INTO new_operatives ${rows};
--> statement-breakpoint
DROP TABLE operatives;
--> statement-breakpoint
ALTER TABLE new_operatives RENAME TO operatives;`;
const COLUMNS =
  "id text PRIMARY KEY NOT NULL, name text NOT NULL, contractor_id text NOT NULL REFERENCES contractors(id), active integer DEFAULT true NOT NULL, investigates integer DEFAULT false NOT NULL, version integer DEFAULT 0 NOT NULL";

describe("a SQLite table that is rebuilt", () => {
  const withTrade = async () => {
    const url = await freshSqlite();
    await bookSomething(url);
    const connection = new Sqlite(url);
    connection.exec("INSERT INTO trades (id, name) VALUES ('plumbing', 'Plumber'); INSERT INTO operative_trades VALUES ('plumbing', 'o1')");
    connection.close();
    return url;
  };
  const attempt = async (url: string, text: string) => await migrate(url, NOW, withAnother("sqlite", "9000_rebuild", text));

  test("keeps its rows and what points to them", async () => {
    const url = await withTrade();
    expect(await attempt(url, rebuild(COLUMNS, "SELECT * FROM operatives"))).toEqual(["9000_rebuild"]);
    expect(await operatives(await opening(async () => url)())).toEqual(["Sam"]);
  });

  test("is refused when rows are lost", async () => {
    await expect(attempt(await withTrade(), rebuild(COLUMNS, "SELECT * FROM operatives WHERE false"))).rejects.toThrow(
      "changed the rows of operatives from 1 to 0",
    );
  });

  test("is refused when rows stay behind without what they point to", async () => {
    const text = `-- changes rows: operatives, others\n${rebuild(COLUMNS, "SELECT * FROM operatives WHERE false")}`;
    const url = await withTrade();
    await expect(attempt(url, text)).rejects.toThrow("rows of operative_trades without their row in operatives");
    expect(await operatives(await opening(async () => url)())).toEqual(["Sam"]);
  });

  test("is refused when it loses a check", async () => {
    const text = `CREATE TABLE new_appointments (id text PRIMARY KEY NOT NULL, repair_id text, purpose text, date text);--> statement-breakpoint
      DROP TABLE appointments;--> statement-breakpoint
      ALTER TABLE new_appointments RENAME TO appointments;--> statement-breakpoint
      CREATE UNIQUE INDEX appointments_one_live ON appointments (repair_id, purpose);--> statement-breakpoint
      CREATE INDEX appointments_by_date ON appointments (date);
      CREATE INDEX appointments_by_repair ON appointments (repair_id);`;
    await expect(attempt(await withTrade(), text)).rejects.toThrow("lost the check appointments_status of appointments");
  });
});

test("SQLite that holds anything is copied before it is changed, and a new file is not", async () => {
  const [url, empty] = [await freshSqlite(), await emptySqlite()];
  await bookSomething(url);
  const folder = withAnother("sqlite", "9000_more", "-- changes rows: operatives\nDELETE FROM operatives");
  await migrate(url, NOW, folder);
  const [now, before] = [openDb(url), openDb(`${url}.before-9000_more`)];
  expect([await operatives(now), await operatives(before)]).toEqual([[], ["Sam"]]);
  await Promise.all([now.close(), before.close()]);
  await migrate(empty, NOW, folder);
  expect(existsSync(`${empty}.before-${names("sqlite")[0]}`)).toBe(false);
});
