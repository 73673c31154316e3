import pg from "pg";
import { type Migration, stillToApply } from "./migrate-files.ts";
import { type ActualShape, demandShape } from "./migrate-shape.ts";
import { SEARCH_INDEX } from "./search-index.ts";

/** Any number will do, as long as every server of one installation uses the same. */
export const LOCK = 7_031_962;

/** Brings a PostgreSQL database up to date in one transaction; servers that start together take turns. */
export async function migratePostgres(url: string, migrations: Migration[], now: Date): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // a lost connection fails the statement under way
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const applied = await applyAll(client, migrations, now);
    await client.query("COMMIT");
    return applied;
  } finally {
    await client.end(); // without COMMIT, all of it is rolled back
  }
}

async function applyAll(client: pg.Client, migrations: Migration[], now: Date): Promise<string[]> {
  const names = await applyMigrations(client, migrations, now);
  if (names.length === 0) return names;
  await makeSearchIndex(client);
  demandShape("postgres", await actualShape(client));
  return names;
}

/** Applies those of the migrations that are missing, in the transaction that is open. Returns their names. */
export async function applyMigrations(client: pg.Client, migrations: Migration[], now: Date): Promise<string[]> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS migrations (name text COLLATE "C" PRIMARY KEY, applied_at timestamp (3) with time zone NOT NULL)`,
  );
  const { rows } = await client.query<{ name: string }>("SELECT name FROM migrations");
  const pending = stillToApply(
    migrations,
    rows.map(({ name }) => name),
  );
  if (pending.length > 0) for (const statement of SEARCH_INDEX.postgres.drop) await client.query(statement);
  for (const { name, statements } of pending) {
    for (const statement of statements) await client.query(statement);
    await client.query("INSERT INTO migrations (name, applied_at) VALUES ($1, $2)", [name, now]);
  }
  return pending.map(({ name }) => name);
}

/** Makes the index for searching, of what the tables hold, in the transaction that is open. */
export async function makeSearchIndex(client: pg.Client) {
  for (const statement of SEARCH_INDEX.postgres.make) await client.query(statement);
}

async function actualShape(client: pg.Client): Promise<ActualShape> {
  const names = async (query: string) => new Set((await client.query<{ name: string }>(query)).rows.map(({ name }) => name));
  return {
    tables: await names("SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"),
    indexes: await names("SELECT tablename || '.' || indexname AS name FROM pg_indexes WHERE schemaname = current_schema()"),
    checks: await names(
      `SELECT t.relname || '.' || c.conname AS name FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
       WHERE c.contype = 'c' AND c.connamespace = current_schema()::regnamespace`,
    ),
  };
}
