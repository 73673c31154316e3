import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Db, type Limits, openDb } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";

/** Opens the database of a URL (`postgres://…` or the path of a SQLite file) with every migration applied; makes a SQLite file's folder. */
export async function openDatabase(url: string, now: Date, limits?: Limits): Promise<Db> {
  if (!url.startsWith("postgres")) mkdirSync(dirname(url), { recursive: true });
  await migrate(url, now);
  return openDb(url, limits);
}
