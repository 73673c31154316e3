import Sqlite from "better-sqlite3";
import {
  generateDrizzleJson as postgresSnapshot,
  generateMigration as postgresStatements,
  generateSQLiteDrizzleJson as sqliteSnapshot,
  generateSQLiteMigration as sqliteStatements,
} from "drizzle-kit/api";
import { getTableColumns, type Table } from "drizzle-orm";
import { expect, test } from "vitest";
import { postgresColumns } from "#db/columns/postgres.ts";
import { sqliteColumns } from "#db/columns/sqlite.ts";
import { schemaFor } from "#db/schema/schema.ts";
import { SEARCH_INDEX } from "#db/search-index.ts";
import { freshFolder, freshPostgres, freshSqlite } from "#tests/support/engines.ts";
import { runOn } from "#tests/support/postgres-cluster.ts";
import { readShape } from "#tests/support/read-shape.ts";

const schemas = { sqlite: schemaFor(sqliteColumns), postgres: schemaFor(postgresColumns) };
const snapshotOfSqlite = (schema: object) => sqliteSnapshot({ ...schema }, undefined, "snake_case");
const snapshotOfPostgres = (schema: object) => postgresSnapshot({ ...schema }, undefined, undefined, "snake_case");

interface Snapshot {
  columns: Record<string, { name: string; notNull: boolean; primaryKey: boolean; default?: unknown }>;
  indexes: Record<string, { name: string; isUnique: boolean; where?: string; columns: unknown[] }>;
  foreignKeys: Record<string, unknown>;
  compositePrimaryKeys: Record<string, { columns: string[] }>;
  uniqueConstraints: Record<string, { name: string; columns: string[] }>;
  checkConstraints: Record<string, { name: string; value: string }>;
}

const nameOf = (column: unknown) => (typeof column === "string" ? column : (column as { expression: string }).expression);

/** What both engines must say of a table, in one form. */
function comparable({ columns, indexes, foreignKeys, compositePrimaryKeys, uniqueConstraints, checkConstraints }: Snapshot) {
  return {
    columns: Object.values(columns).map(({ name, notNull, primaryKey, default: start }) => ({ name, notNull, primaryKey, start })),
    indexes: Object.values(indexes).map(({ name, isUnique, where, columns: of }) => ({ name, isUnique, where, of: of.map(nameOf) })),
    foreignKeys: Object.values(foreignKeys).map((key) => ({ ...(key as object), schemaTo: undefined })),
    primaryKeys: Object.values(compositePrimaryKeys).map((key) => key.columns),
    uniques: Object.values(uniqueConstraints).map(({ name, columns: of }) => ({ name, of })),
    checks: Object.values(checkConstraints).map(({ name, value }) => ({ name, value })),
  };
}

test("the two schemas have the same tables, columns, defaults, keys, checks and indexes", async () => {
  const sqlite = (await snapshotOfSqlite(schemas.sqlite)).tables as unknown as Record<string, Snapshot>;
  const postgres = snapshotOfPostgres(schemas.postgres).tables as unknown as Record<string, Snapshot>;
  expect(Object.keys(sqlite).length).toBeGreaterThan(20);
  expect(Object.keys(postgres).map((name) => name.replace("public.", ""))).toEqual(Object.keys(sqlite));
  for (const [name, table] of Object.entries(sqlite)) {
    expect({ name, ...comparable(postgres[`public.${name}`] as Snapshot) }).toEqual({ name, ...comparable(table) });
  }
});

/** Which column of one engine stands for which of the other. */
const MEANING: Record<string, string> = {
  SQLiteText: "text",
  PgCustomColumn: "text",
  SQLiteInteger: "whole",
  PgInteger: "whole",
  SQLiteBoolean: "flag",
  PgBoolean: "flag",
  SQLiteTimestamp: "instant",
  PgTimestamp: "instant",
  SQLiteTextJson: "json",
  PgJsonb: "json",
};

test("a column means the same on both: text, whole number, flag, instant or json", () => {
  const meanings = (schema: object) =>
    Object.entries(schema as Record<string, Table>).flatMap(([table, columns]) =>
      Object.entries(getTableColumns(columns)).map(([name, column]) => `${table}.${name} ${MEANING[column.columnType]}`),
    );
  const sqlite = meanings(schemas.sqlite);
  expect(sqlite.filter((line) => line.endsWith("undefined"))).toEqual([]);
  expect(meanings(schemas.postgres)).toEqual(sqlite);
});

async function sqliteFromSchema(): Promise<string> {
  const file = `${freshFolder()}/schema.sqlite`;
  const connection = new Sqlite(file);
  const statements = await sqliteStatements(await snapshotOfSqlite({}), await snapshotOfSqlite(schemas.sqlite));
  for (const statement of [...statements, ...SEARCH_INDEX.sqlite.make]) connection.exec(statement);
  connection.close();
  return file;
}

async function postgresFromSchema(): Promise<string> {
  const url = await freshPostgres("template1");
  const statements = await postgresStatements(snapshotOfPostgres({}), snapshotOfPostgres(schemas.postgres));
  await runOn(url, [...statements, ...SEARCH_INDEX.postgres.make].join(";\n"));
  return url;
}

test("the migrations of SQLite make exactly the schema", async () => {
  const url = await freshSqlite();
  const migrated = await readShape(url);
  expect(migrated).toEqual(await readShape(await sqliteFromSchema()));
  new Sqlite(url)
    .exec("DROP INDEX appointments_one_live; CREATE UNIQUE INDEX appointments_one_live ON appointments (repair_id, purpose)")
    .close();
  expect(await readShape(url)).not.toEqual(migrated);
});

test("the migrations of PostgreSQL make exactly the schema", async () => {
  const url = await freshPostgres();
  const migrated = await readShape(url);
  expect(migrated).toEqual(await readShape(await postgresFromSchema()));
  await runOn(url, "ALTER TABLE slots DROP CONSTRAINT slots_one_holder");
  expect(await readShape(url)).not.toEqual(migrated);
});
