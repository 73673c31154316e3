import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type Sqlite from "better-sqlite3";
import { type Migration, stillToApply } from "./migrate-files.ts";
import { type ActualShape, demandShape } from "./migrate-shape.ts";
import { SEARCH_INDEX } from "./search-index.ts";
import { beginImmediate, connectSqlite } from "./sqlite.ts";

/** Another process may be migrating or importing: worth waiting for, since nobody is served yet. */
const PATIENCE_MS = 120_000;

/**
 * Brings a SQLite file up to date, on a connection of its own with foreign keys off (a table that is rebuilt is dropped for a
 * moment), in one transaction. What would leave it broken is rolled back: rows without their parent, rows lost, indexes or CHECKs lost.
 */
export async function migrateSqlite(file: string, migrations: Migration[], now: Date): Promise<string[]> {
  mkdirSync(dirname(file), { recursive: true });
  const connection = connectSqlite(file, 0, "OFF");
  try {
    await beginImmediate(connection, PATIENCE_MS);
    const applied = await applyAll(connection, migrations, now);
    connection.exec("COMMIT");
    return applied;
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  } finally {
    connection.close();
  }
}

async function applyAll(connection: Sqlite.Database, migrations: Migration[], now: Date): Promise<string[]> {
  connection.exec("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY NOT NULL, applied_at INTEGER NOT NULL)");
  const applied = connection.prepare<[], string>("SELECT name FROM migrations").pluck().all();
  const pending = stillToApply(migrations, applied);
  const [first] = pending;
  if (!first) return [];
  if (applied.length > 0) await copyBefore(connection.name, first.name);
  for (const statement of SEARCH_INDEX.sqlite.drop) connection.exec(statement);
  for (const migration of pending) apply(connection, migration, now);
  for (const statement of SEARCH_INDEX.sqlite.make) connection.exec(statement);
  const [orphan] = connection.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (orphan) throw new Error(`The migrations leave rows of ${orphan.table} without their row in ${orphan.parent}`);
  demandShape("sqlite", actualShape(connection));
  return pending.map(({ name }) => name);
}

/** The lock is held meanwhile, so nothing is written between the copy and the change. */
async function copyBefore(file: string, migration: string) {
  const kept = `${file}.before-${migration}`;
  rmSync(`${kept}.partial`, { force: true });
  const source = connectSqlite(file, 5000);
  try {
    await source.backup(`${kept}.partial`);
  } finally {
    source.close();
  }
  renameSync(`${kept}.partial`, kept);
}

function apply(connection: Sqlite.Database, { name, statements, changesRows }: Migration, now: Date) {
  const before = countRows(connection);
  for (const statement of statements) connection.exec(statement);
  const after = countRows(connection);
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0;
    if (left !== rows && !changesRows.includes(table)) throw new Error(`${name} changed the rows of ${table} from ${rows} to ${left}`);
  }
  connection.prepare("INSERT INTO migrations (name, applied_at) VALUES (?, ?)").run(name, now.getTime());
}

const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'";

function countRows(connection: Sqlite.Database): Map<string, number> {
  const names = connection.prepare<[], string>(TABLES).pluck().all();
  const count = (name: string) => connection.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0;
  return new Map(names.map((name) => [name, count(name)]));
}

function actualShape(connection: Sqlite.Database): ActualShape {
  const master = connection
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      "SELECT type, name, tbl_name, sql FROM sqlite_master",
    )
    .all();
  const tables = master.filter(({ type }) => type === "table");
  const indexes = master.filter(({ type }) => type === "index");
  const checksOf = (table: string, sql: string) =>
    [...sql.matchAll(/CONSTRAINT\s+["`]?(\w+)["`]?\s+CHECK/gi)].map(([, check]) => `${table}.${check}`);
  return {
    tables: new Set(tables.map(({ name }) => name)),
    indexes: new Set(indexes.map(({ name, tbl_name }) => `${tbl_name}.${name}`)),
    checks: new Set(tables.flatMap(({ name, sql }) => checksOf(name, sql ?? ""))),
  };
}
