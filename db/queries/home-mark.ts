import { and, desc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** What the trace calls a home's mark, set and taken away. */
export const MARKED = "home marked: do not visit alone";
export const UNMARKED = "mark taken away: do not visit alone";

/** Writes why nobody may go to a home alone (null where anybody may) and until when; false where the home has another version than `version`. */
export async function writeMark(
  tx: Query,
  { homes }: Schema,
  { uprn, version, ...mark }: { uprn: string; version: number; notAloneWhy: string | null; notAloneUntil: LocalDate | null },
): Promise<boolean> {
  const rows = await tx
    .update(homes)
    .set({ ...mark, version: sql`${homes.version} + 1` })
    .where(and(eq(homes.uprn, uprn), eq(homes.version, version)))
    .returning({ uprn: homes.uprn });
  return rows.length > 0;
}

/** When a home was last marked or its mark taken away, and by whom (null where a job did, or the account is gone); undefined where it never was. */
export async function lastMark(
  query: Query,
  { events, repairs, staff }: Schema,
  uprn: string,
): Promise<{ what: string; at: Date; by: string | null } | undefined> {
  const marks = () =>
    query.select({ what: events.what, at: events.at, by: staff.name }).from(events).leftJoin(staff, eq(staff.id, events.who)).$dynamic();
  const isMark = inArray(events.what, [MARKED, UNMARKED]);
  const last = [desc(events.at), desc(events.id)];
  // One statement for both would read every event there is on PostgreSQL.
  const [ofHome] = await marks()
    .where(and(eq(events.uprn, uprn), isMark))
    .orderBy(...last)
    .limit(1);
  const [ofRepair] = await marks()
    .innerJoin(repairs, eq(repairs.id, events.repairId))
    .where(and(eq(repairs.uprn, uprn), isMark))
    .orderBy(...last)
    .limit(1);
  return ofHome && ofRepair && ofRepair.at > ofHome.at ? ofRepair : (ofHome ?? ofRepair);
}

/** The homes whose mark (nobody visits alone) had its last day before a date. */
export async function marksOver(query: Query, { homes }: Schema, today: LocalDate): Promise<{ uprn: string; version: number }[]> {
  return await query
    .select({ uprn: homes.uprn, version: homes.version })
    .from(homes)
    .where(and(isNotNull(homes.notAloneUntil), lt(homes.notAloneUntil, today)));
}
