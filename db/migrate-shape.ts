import { is } from "drizzle-orm";
import { PgTable, getTableConfig as postgresConfig } from "drizzle-orm/pg-core";
import { SQLiteTable, getTableConfig as sqliteConfig } from "drizzle-orm/sqlite-core";
import { postgresColumns } from "./columns/postgres.ts";
import { sqliteColumns } from "./columns/sqlite.ts";
import type { Engine } from "./migrate-files.ts";
import { schemaFor } from "./schema/schema.ts";

/** What a table must have, by name. */
export interface TableShape {
  table: string;
  indexes: string[];
  checks: string[];
}

/** Every table of the schema with the names of its indexes and CHECKs. */
function expectedShape(engine: Engine): TableShape[] {
  const tables = Object.values(schemaFor(engine === "sqlite" ? sqliteColumns : postgresColumns)) as unknown[];
  return tables.map((table) => {
    if (is(table, SQLiteTable)) return shapeOf(sqliteConfig(table));
    if (is(table, PgTable)) return shapeOf(postgresConfig(table));
    throw new Error("The schema holds something that is not a table");
  });
}

interface Config {
  name: string;
  indexes: { config: { name?: string } }[];
  checks: { name: string }[];
}

function shapeOf({ name, indexes, checks }: Config): TableShape {
  return { table: name, indexes: indexes.map((index) => index.config.name ?? ""), checks: checks.map((check) => check.name) };
}

/** What is really there: how to ask whether an index or a CHECK exists on a table. */
export interface ActualShape {
  tables: Set<string>;
  /** "table.index" */
  indexes: Set<string>;
  /** "table.check" */
  checks: Set<string>;
}

/** Throws, naming the first thing of the schema that the database lacks: a table rebuilt by hand easily loses its indexes. */
export function demandShape(engine: Engine, actual: ActualShape) {
  for (const { table, indexes, checks } of expectedShape(engine)) {
    if (!actual.tables.has(table)) throw new Error(`The migrations did not make the table ${table}`);
    const index = indexes.find((name) => !actual.indexes.has(`${table}.${name}`));
    if (index) throw new Error(`The migrations lost the index ${index} of ${table}`);
    const check = checks.find((name) => !actual.checks.has(`${table}.${name}`));
    if (check) throw new Error(`The migrations lost the check ${check} of ${table}`);
  }
}
