import { eq, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/**
 * Locks dates for a change of their slots until the transaction ends: always after the holder, always in date order, so that changes
 * cannot wait for each other in a circle. A date without slots has nothing to lock.
 */
export async function lockDays(tx: Query, { days }: Schema, dates: readonly LocalDate[]): Promise<void> {
  for (const date of [...new Set(dates)].sort()) {
    await run(
      tx,
      "lock a day",
      (query) =>
        query
          .update(days)
          .set({ version: sql`${days.version} + 1` })
          .where(eq(days.date, given(days.date, "date"))),
      { date },
    );
  }
}
