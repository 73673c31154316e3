import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import type { Replacement } from "./copy.ts";
import { migrationsFolder, readMigrations, stillToApply } from "./migrate-files.ts";
import { applyMigrations, LOCK, makeSearchIndex } from "./migrate-postgres.ts";
import { SERVICE } from "./postgres.ts";
import { SEARCH_TABLES } from "./search-index.ts";

const ROWS_AT_ONCE = 1000;

/** A line of a copy: first the migrations, then each row after those it points to. */
type Line = { migrations: string[] } | [table: string, row: unknown];

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a lost connection fails the statement under way
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Copies a PostgreSQL database as it is at one moment, while the service goes on writing: every row as a line of JSON, compressed.
 * It needs no tool of the server's own version beside it.
 */
export function copyPostgres(url: string, to: string): Promise<void> {
  return connected(url, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await pipeline(Readable.from(linesOf(client)), createGzip(), createWriteStream(to));
    await client.query("COMMIT");
  });
}

async function* linesOf(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>("SELECT name FROM migrations ORDER BY name");
  yield `${JSON.stringify({ migrations: rows.map(({ name }) => name) })}\n`;
  for (const table of await tablesInOrder(client)) {
    const quoted = client.escapeIdentifier(table);
    await client.query(`DECLARE copy NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${quoted} t`);
    for (;;) {
      const { rows: some } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM copy`);
      if (some.length === 0) break;
      yield some.map(({ row }) => `[${JSON.stringify(table)},${row}]\n`).join("");
    }
    await client.query("CLOSE copy");
  }
}

/** Every table after those it points to; not those that are made anew of the others. */
async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; parents: string[] }>(
    `SELECT t.relname AS table, array_remove(array_agg(p.relname::text), NULL) AS parents FROM pg_class t
     LEFT JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' AND c.confrelid <> t.oid LEFT JOIN pg_class p ON p.oid = c.confrelid
     WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname <> ALL ($1) GROUP BY t.relname ORDER BY t.relname`,
    [["migrations", ...SEARCH_TABLES]],
  );
  const parents = new Map(rows.map((row) => [row.table, row.parents]));
  const ordered = new Set<string>();
  const visit = (table: string) => {
    for (const parent of parents.get(table) ?? []) if (!ordered.has(parent)) visit(parent);
    ordered.add(table);
  };
  for (const table of parents.keys()) visit(table);
  return [...ordered];
}

async function* linesIn(file: string): AsyncGenerator<Line> {
  const text = createReadStream(file).pipe(createGunzip());
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) yield JSON.parse(line) as Line;
}

/** The names of the photos that a copy speaks of. */
export async function photosInPostgres(copy: string): Promise<string[]> {
  const names: string[] = [];
  for await (const line of linesIn(copy)) if (Array.isArray(line) && line[0] === "photos") names.push((line[1] as { file: string }).file);
  return names;
}

/**
 * Fills a PostgreSQL database with a copy, in one transaction. What it holds is kept in a schema of its own, whose name is returned.
 */
export function replacePostgres({ url, copy, force, keptAs, now }: Replacement): Promise<string | undefined> {
  return connected(url, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    await refuseWhileRunning(client);
    const aside = await putAside(client, keptAs, force);
    await fill(client, linesIn(copy), now);
    await client.query("COMMIT");
    return aside;
  });
}

async function refuseWhileRunning(client: pg.Client) {
  const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1", [
    SERVICE,
  ]);
  if (rows.length > 0) throw new Error("The service is using the database: stop it on every server first");
}

async function putAside(client: pg.Client, keptAs: string, force: boolean): Promise<string | undefined> {
  const { rows } = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
  if (rows.length === 0) return undefined;
  if (!force) throw new Error("The database already holds tables. Add --force to replace them; they are kept beside the new ones");
  await client.query(`ALTER SCHEMA public RENAME TO ${client.escapeIdentifier(keptAs)}`);
  await client.query("CREATE SCHEMA public");
  return keptAs;
}

/** The tables as they were at the copy, its rows, and then the migrations that came since. */
async function fill(client: pg.Client, lines: AsyncGenerator<Line>, now: Date) {
  const migrations = readMigrations(migrationsFolder("postgres"));
  let table = "";
  let rows: unknown[] = [];
  const flush = async () => {
    const quoted = client.escapeIdentifier(table);
    const insert = `INSERT INTO ${quoted} SELECT * FROM json_populate_recordset(null::${quoted}, $1)`;
    if (rows.length > 0) await client.query(insert, [JSON.stringify(rows)]);
    rows = [];
  };
  for await (const line of lines) {
    if (!Array.isArray(line)) {
      stillToApply(migrations, line.migrations);
      const then = migrations.filter(({ name }) => line.migrations.includes(name));
      await applyMigrations(client, then, now);
      continue;
    }
    if (line[0] !== table || rows.length === ROWS_AT_ONCE) await flush();
    table = line[0];
    rows.push(line[1]);
  }
  await flush();
  await applyMigrations(client, migrations, now);
  await makeSearchIndex(client);
}
