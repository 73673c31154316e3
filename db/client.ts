import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { openPostgres } from "./postgres.ts";
import type { Schema } from "./schema/schema.ts";
import { openSqlite } from "./sqlite.ts";

/** What both engines can do; builders are awaited, so the same query code runs on either. */
export type Query = Pick<BetterSQLite3Database, "select" | "selectDistinct" | "insert" | "update" | "delete" | "$count">;

export interface Db {
  engine: "sqlite" | "postgres";
  schema: Schema;
  /** Queries outside a change. They see what is committed. */
  read: Query;
  /**
   * One atomic change: database work only, one statement after another; it may be run up to five times after a conflict.
   * Throws when nested, when `db.read` is used inside, or when a statement runs after the change has ended.
   */
  write<T>(change: (tx: Query) => Promise<T>): Promise<T>;
  /** Waits for the changes under way. Closing twice is closing once. */
  close(): Promise<void>;
}

/** Which engine a URL names: `postgres://…`, or the path of a SQLite file. */
export function engineOf(url: string): Db["engine"] {
  return /^postgres(ql)?:\/\//.test(url) ? "postgres" : "sqlite";
}

/** What a process may take: `cacheMegabytes` for each of SQLite's two connections, 16 unless told. */
export interface Limits {
  cacheMegabytes?: number;
}

/** Opens the database of a URL: `postgres://…`, or the path of a SQLite file. */
export function openDb(url: string, limits?: Limits): Db {
  return engineOf(url) === "postgres" ? openPostgres(url) : openSqlite(url, limits);
}
