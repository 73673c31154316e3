import { join } from "node:path";
import { engineOf } from "./client.ts";
import { copyPostgres, photosInPostgres, replacePostgres } from "./copy-postgres.ts";
import { copySqlite, photosInSqlite, replaceSqlite } from "./copy-sqlite.ts";

const FILES = { sqlite: "database.sqlite", postgres: "database.jsonl.gz" };

/** Copies the database of a URL into a folder, as it is at one moment, while it is in use. Returns the copy's file name. */
export async function copyDatabase(url: string, folder: string): Promise<string> {
  const file = FILES[engineOf(url)];
  if (engineOf(url) === "postgres") await copyPostgres(url, join(folder, file));
  else copySqlite(url, join(folder, file));
  return file;
}

/** The names of the photos that a copy (its path, of a database of this URL) speaks of. */
export async function photosIn(url: string, copy: string): Promise<string[]> {
  return engineOf(url) === "postgres" ? await photosInPostgres(copy) : photosInSqlite(copy);
}

export interface Replacement {
  /** The database to fill. */
  url: string;
  /** The file of the copy. */
  copy: string;
  /** Whether a database that is there may be put aside. */
  force: boolean;
  /** What the present database is then called: a file's ending on SQLite, a schema on PostgreSQL. */
  keptAs: string;
  now: Date;
}

/**
 * Puts a copy in the place of a database, whole or not at all. Returns where the present one is kept, undefined when there was none.
 * Throws an Error of one line when the service is running, the copy is damaged or of a newer version, or a database is there without `force`.
 */
export async function replaceDatabase(replacement: Replacement): Promise<string | undefined> {
  return engineOf(replacement.url) === "postgres" ? await replacePostgres(replacement) : replaceSqlite(replacement);
}
