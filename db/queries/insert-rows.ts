import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Query } from "../client.ts";

/** Both engines bound the values of one statement, SQLite at 32,766. */
const VALUES_A_STATEMENT = 20_000;

/** Adds many rows by few statements, in their order; a row whose key is there already changes nothing. */
export async function insertRows<Table extends SQLiteTable>(tx: Query, table: Table, rows: Table["$inferInsert"][]): Promise<void> {
  const width = Object.keys(rows[0] ?? {}).length || 1;
  const chunk = Math.min(1000, Math.floor(VALUES_A_STATEMENT / width));
  for (let at = 0; at < rows.length; at += chunk) {
    await tx
      .insert(table)
      .values(rows.slice(at, at + chunk))
      .onConflictDoNothing();
  }
}
