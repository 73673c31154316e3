import { setImmediate as nextTurnOfEvents, setTimeout as pause } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db, Limits } from "./client.ts";
import { sqliteColumns } from "./columns/sqlite.ts";
import { schemaFor } from "./schema/schema.ts";
import { noReadInTurn, onlyInTurn, refuseNesting, runTurn } from "./turns.ts";

const BUSY_FOR_MS = 10_000;

/** A connection as this service uses it. FULL: a booking that was shown must survive a power loss. */
export function connectSqlite(file: string, busyTimeout: number, foreignKeys: "ON" | "OFF" = "ON"): Sqlite.Database {
  const connection = new Sqlite(file);
  const pragmas = ["journal_mode = WAL", "synchronous = FULL", `foreign_keys = ${foreignKeys}`, `busy_timeout = ${busyTimeout}`];
  for (const pragma of pragmas) connection.pragma(pragma);
  return connection;
}

/** Takes the write lock. Another process may hold it: waits for it, `patience` milliseconds at most, without stopping the event loop. */
export async function beginImmediate(writer: Sqlite.Database, patience: number) {
  const giveUp = performance.now() + patience;
  for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
    try {
      writer.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!(error as { code?: string }).code?.startsWith("SQLITE_BUSY") || performance.now() > giveUp) throw error;
      await pause(wait);
    }
  }
}

/**
 * Opens a SQLite file: one writer, whose changes queue, and one reader that sees only what is committed. Its calls are synchronous,
 * so between two changes the event loop takes a turn: otherwise a long queue of them would keep every request waiting.
 */
export function openSqlite(file: string, { cacheMegabytes }: Limits = {}): Db {
  const writer = connectSqlite(file, 0);
  const reader = connectSqlite(file, 5000);
  if (cacheMegabytes) for (const connection of [writer, reader]) connection.pragma(`cache_size = -${cacheMegabytes * 1000}`);
  const tx = drizzle(writer, { casing: "snake_case", logger: onlyInTurn(writer) });
  let queue: Promise<unknown> = Promise.resolve();

  return {
    engine: "sqlite",
    schema: schemaFor(sqliteColumns),
    read: drizzle(reader, { casing: "snake_case", logger: noReadInTurn }),
    async write(change) {
      refuseNesting();
      const result = queue.then(async () => {
        await beginImmediate(writer, BUSY_FOR_MS);
        try {
          const value = await runTurn(writer, () => change(tx));
          writer.exec("COMMIT");
          return value;
        } catch (error) {
          if (writer.inTransaction) writer.exec("ROLLBACK");
          throw error;
        }
      });
      queue = result.catch(() => {}).then(() => nextTurnOfEvents());
      return result;
    },
    async close() {
      await queue;
      reader.close();
      writer.close();
    },
  };
}
