import { and, desc, eq, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** The homes of somebody's calls, each at its latest, newest first, with the reference of the repair it was about (null where none). */
export async function recentCalls(query: Query, { calls, homes, repairs }: Schema, { staffId, limit }: { staffId: string; limit: number }) {
  const later = alias(calls, "later");
  const isLater = sql`(${later.startedAt} > ${calls.startedAt} or (${later.startedAt} = ${calls.startedAt} and ${later.id} > ${calls.id}))`;
  const again = query
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.staffId, staffId), eq(later.uprn, calls.uprn), isLater));
  return await query
    .select({ home: homes, reference: repairs.reference })
    .from(calls)
    .innerJoin(homes, eq(homes.uprn, calls.uprn))
    .leftJoin(repairs, eq(repairs.id, calls.repairId))
    .where(and(eq(calls.staffId, staffId), notExists(again)))
    .orderBy(desc(calls.startedAt), desc(calls.id))
    .limit(limit);
}
