import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import type { Replacement } from "./copy.ts";
import { migrationsFolder, readMigrations, stillToApply } from "./migrate-files.ts";
import { syncToDisk } from "./sync-to-disk.ts";

/**
 * Copies a SQLite file as it is at one moment, while the service goes on writing. VACUUM INTO reads one snapshot: the online
 * backup starts again whenever another process writes, and in a busy service never ends.
 */
export function copySqlite(file: string, to: string) {
  if (!existsSync(file)) throw new Error(`${file}: there is no database to back up`);
  const source = new Sqlite(file, { fileMustExist: true });
  try {
    source.prepare("VACUUM INTO ?").run(to);
  } finally {
    source.close();
  }
  checkSqlite(to);
}

/** Throws unless a copy is whole, its rows have what they point to, and this version knows its shape. */
function checkSqlite(file: string) {
  const copy = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const verdict = copy.pragma("integrity_check", { simple: true });
    if (verdict !== "ok") throw new Error(`The copy of the database is damaged: ${verdict}`);
    const orphans = copy.pragma("foreign_key_check") as { table: string; parent: string }[];
    if (orphans[0])
      throw new Error(`The copy of the database is damaged: rows of ${orphans[0].table} have lost their ${orphans[0].parent}`);
    const applied = copy.prepare<[], string>("SELECT name FROM migrations").pluck().all();
    stillToApply(readMigrations(migrationsFolder("sqlite")), applied);
  } finally {
    copy.close();
  }
}

/** The names of the photos that a copy speaks of. */
export function photosInSqlite(file: string): string[] {
  const copy = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    return copy.prepare<[], string>("SELECT file FROM photos").pluck().all();
  } finally {
    copy.close();
  }
}

/** Puts a copy in the place of a SQLite file. Returns where the present file, if any, is kept. */
export function replaceSqlite({ url: file, copy, force, keptAs }: Replacement): string | undefined {
  checkSqlite(copy);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(copy, `${file}.partial`);
  syncToDisk(`${file}.partial`);
  try {
    const aside = putAside(file, `${file}.${keptAs}`, force);
    renameSync(`${file}.partial`, file);
    syncToDisk(dirname(file));
    return aside;
  } finally {
    rmSync(`${file}.partial`, { force: true });
  }
}

const BESIDE = ["", "-wal", "-shm"];

/** Moves the present file away, with what SQLite keeps beside it: a journal that stayed behind would be played onto the new file. */
function putAside(file: string, aside: string, force: boolean): string | undefined {
  if (holdsAnything(file) && !force)
    throw new Error(`${file} already holds a database. Add --force to replace it; it is kept beside the new one`);
  const there = BESIDE.filter((ending) => existsSync(file + ending));
  for (const ending of there) renameSync(file + ending, aside + ending);
  return there.length > 0 ? aside : undefined;
}

/** Whether anything would be lost. Throws when another process has the file open; a file that cannot be read counts as something. */
function holdsAnything(file: string): boolean {
  if (!existsSync(file)) return false;
  const present = new Sqlite(file, { timeout: 0 });
  try {
    present.pragma("journal_mode = DELETE"); // leaving WAL needs the file to oneself, and puts everything into it
    return present.prepare("SELECT count(*) FROM sqlite_master").pluck().get() !== 0;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY")) throw new Error(`The service is using ${file}: stop it first`);
    return true;
  } finally {
    present.close();
  }
}
