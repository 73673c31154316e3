import { setTimeout as pause } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Db, Query } from "./client.ts";
import { postgresColumns } from "./columns/postgres.ts";
import { isConflict } from "./errors.ts";
import { schemaFor } from "./schema/schema.ts";
import { noReadInTurn, onlyInTurn, refuseNesting, runTurn } from "./turns.ts";

const TRIES = 5;

/** What the server's list of connections calls ours: a restore refuses to run while there are any. */
export const SERVICE = "housing-repairs";

type Change<T> = (tx: Query) => Promise<T>;

/** Each connection's own query runner, so that what is prepared on a connection stays prepared. */
const runners = new WeakMap<pg.PoolClient, Query>();

function runnerOf(client: pg.PoolClient): Query {
  const known = runners.get(client);
  if (known) return known;
  const runner = drizzle(client, { casing: "snake_case", logger: onlyInTurn(client) }) as unknown as Query;
  runners.set(client, runner);
  return runner;
}

/** One transaction. Drizzle's own keeps the connection for ever when BEGIN or ROLLBACK fails: ten of those, and the pool is empty. */
async function transact<T>(pool: pg.Pool, change: Change<T>): Promise<T> {
  const client = await pool.connect();
  let usable = true;
  try {
    await client.query("BEGIN");
    const value = await runTurn(client, () => change(runnerOf(client)));
    const { command } = await client.query("COMMIT");
    if (command !== "COMMIT") throw new Error("A database error was caught inside write(): PostgreSQL kept nothing of the change");
    return value;
  } catch (error) {
    usable = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.release(!usable);
  }
}

async function transactAgain<T>(pool: pg.Pool, change: Change<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact(pool, change);
    } catch (error) {
      if (attempt === TRIES || !isConflict(error)) throw error;
      await pause(Math.random() * 20 * attempt);
    }
  }
}

/** Opens a PostgreSQL database. A lost connection fails its statement, never the process: the pool opens another. */
export function openPostgres(url: string): Db {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, application_name: SERVICE });
  pool.on("error", () => {}); // a dropped idle connection is replaced at the next query
  pool.on("connect", (client) => client.on("error", () => {})); // one dropped while in use rejects its own query
  return {
    engine: "postgres",
    schema: schemaFor(postgresColumns),
    read: drizzle(pool, { casing: "snake_case", logger: noReadInTurn }) as unknown as Query,
    async write(change) {
      refuseNesting();
      return await transactAgain(pool, change);
    },
    async close() {
      if (!pool.ended) await pool.end();
    },
  };
}
