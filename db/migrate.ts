import { sql } from "drizzle-orm";
import { type Db, engineOf } from "./client.ts";
import { isMissingTable } from "./errors.ts";
import { migrationsFolder, readMigrations } from "./migrate-files.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";

/**
 * Brings the database of a URL up to date: forward only, all or nothing, safe to run from several servers at once. A SQLite
 * file that holds anything is copied to `<file>.before-<migration>` first. Returns the names applied, [] when there was nothing to do.
 * `folder` is where the migrations are; the product's own unless a test plants others.
 */
export async function migrate(url: string, now: Date, folder = migrationsFolder(engineOf(url))): Promise<string[]> {
  const migrations = readMigrations(folder);
  return engineOf(url) === "postgres" ? await migratePostgres(url, migrations, now) : await migrateSqlite(url, migrations, now);
}

/** Whether every migration of this version has been applied: readiness. Throws when the database cannot be asked. */
export async function isMigrated(db: Db): Promise<boolean> {
  try {
    const rows = await db.read.select({ name: sql`name`.mapWith(String) }).from(sql`migrations`);
    const applied = new Set(rows.map(({ name }) => name));
    return readMigrations(migrationsFolder(db.engine)).every(({ name }) => applied.has(name));
  } catch (error) {
    if (isMissingTable(error)) return false;
    throw error;
  }
}
