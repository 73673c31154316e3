import { boolean, check, customType, index, integer, jsonb, pgTable, primaryKey, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import type { Columns } from "./sqlite.ts";

/** Text that sorts by its bytes, as SQLite's does, whatever the locale of the cluster. */
const text = customType<{ data: string }>({ dataType: () => `text COLLATE "C"` });

/** The same words for PostgreSQL. The one cast of the design: a test compares the two schemas column by column. */
export const postgresColumns = {
  table: pgTable,
  index,
  uniqueIndex,
  check,
  primaryKey,
  text: () => text(),
  day: () => text(),
  whole: () => integer(),
  id: () => text().primaryKey(),
  flag: () => boolean(),
  instant: () => timestamp({ withTimezone: true, mode: "date", precision: 3 }),
  json: <T>() => jsonb().$type<T>(),
} as unknown as Columns;
