import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";

/** What time it is on the PostgreSQL server: the one clock that all application servers share. SQLite has only this server's own. */
export async function readDatabaseTime(db: Db): Promise<Date> {
  const milliseconds = sql<number>`milliseconds`.mapWith(Number);
  const [row] = await db.read
    .select({ milliseconds })
    .from(sql`(select floor(extract(epoch from clock_timestamp()) * 1000) as milliseconds) as server`);
  if (!row) throw new Error("The database did not tell the time");
  return new Date(row.milliseconds);
}
