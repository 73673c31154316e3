import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** What the trace calls a home's mark, set and taken away. */
export const MARKED = "home marked: do not visit alone";
export const UNMARKED = "mark taken away: do not visit alone";

/** Writes why nobody may go to a home alone, null where anybody may; false where the home has another version than `version`. */
export async function writeMark(
  tx: Query,
  { homes }: Schema,
  { uprn, version, notAloneWhy }: { uprn: string; version: number; notAloneWhy: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(homes)
    .set({ notAloneWhy, version: sql`${homes.version} + 1` })
    .where(and(eq(homes.uprn, uprn), eq(homes.version, version)))
    .returning({ uprn: homes.uprn });
  return rows.length > 0;
}

/** When a home was last marked or its mark taken away, and by whom (null where that account is gone); undefined where it never was. */
export async function lastMark(
  query: Query,
  { events, repairs, staff }: Schema,
  uprn: string,
): Promise<{ what: string; at: Date; by: string | null } | undefined> {
  const [last] = await query
    .select({ what: events.what, at: events.at, by: staff.name })
    .from(events)
    .innerJoin(repairs, eq(repairs.id, events.repairId))
    .leftJoin(staff, eq(staff.id, events.who))
    .where(and(eq(repairs.uprn, uprn), inArray(events.what, [MARKED, UNMARKED])))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return last;
}
