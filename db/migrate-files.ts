import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Db } from "./client.ts";
import { projectFile } from "./root.ts";

export interface Migration {
  /** The file's name without its ending: "0000_first". */
  name: string;
  statements: string[];
  /** Tables whose number of rows it may change: a line `-- changes rows: slots, days` says so. */
  changesRows: string[];
}

export type Engine = Db["engine"];

/** The folder of an engine's migrations. */
export function migrationsFolder(engine: Engine): string {
  return projectFile(`db/migrations/${engine}`);
}

/** The migrations of a folder, in the order of their names, which is the order they are applied in. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => parse(basename(file, ".sql"), readFileSync(join(folder, file), "utf8")));
}

function parse(name: string, text: string): Migration {
  const changes = [...text.matchAll(/^-- changes rows: (.+)$/gm)].flatMap(([, tables = ""]) => tables.split(","));
  return {
    name,
    statements: text.split("--> statement-breakpoint").filter((statement) => statement.trim() !== ""),
    changesRows: changes.map((table) => table.trim()),
  };
}

/** Those not yet applied. A database that a newer version has changed is refused: this one does not know its shape. */
export function stillToApply(all: Migration[], applied: string[]): Migration[] {
  const known = new Set(all.map(({ name }) => name));
  const unknown = applied.find((name) => !known.has(name));
  if (unknown) throw new Error(`The database was changed by a newer version of this service (${unknown}): install that version`);
  return all.filter(({ name }) => !applied.includes(name));
}
