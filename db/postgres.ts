import { setTimeout as pause } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Db, Query } from "./client.ts";
import { postgresColumns } from "./columns/postgres.ts";
import { isConflict } from "./errors.ts";
import { schemaFor } from "./schema/schema.ts";
import { noReadInTurn, onlyInTurn, refuseNesting, runTurn } from "./turns.ts";

const TRIES = 5;

/** Opens a PostgreSQL database. A lost connection fails its statement, never the process: the pool opens another. */
export function openPostgres(url: string): Db {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => {}); // a dropped idle connection is replaced at the next query
  pool.on("connect", (client) => client.on("error", () => {})); // one dropped while in use rejects its own query
  const writes = drizzle(pool, { casing: "snake_case", logger: onlyInTurn });
  return {
    engine: "postgres",
    schema: schemaFor(postgresColumns),
    read: drizzle(pool, { casing: "snake_case", logger: noReadInTurn }) as unknown as Query,
    async write(change) {
      refuseNesting();
      for (let attempt = 1; ; attempt++) {
        try {
          return await writes.transaction((tx) => runTurn(() => change(tx as unknown as Query)));
        } catch (error) {
          if (attempt === TRIES || !isConflict(error)) throw error;
          await pause(Math.random() * 20 * attempt);
        }
      }
    },
    async close() {
      if (!pool.ended) await pool.end();
    },
  };
}
