import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

export type Call = Schema["calls"]["$inferSelect"];

/** A call that goes on, and the home it is about. */
export interface RunningCall {
  call: Call;
  /** Null where the caller has none of our homes. */
  home: Schema["homes"]["$inferSelect"] | null;
}

/** The call that an agent is on, begun after an instant: one that was left without an end is over. Undefined where there is none. */
export async function runningCallOf(
  query: Query,
  { calls: call, homes: home }: Schema,
  { staffId, since }: { staffId: string; since: Date },
): Promise<RunningCall | undefined> {
  const [found] = await query
    .select({ call, home })
    .from(call)
    .leftJoin(home, eq(home.uprn, call.uprn))
    .where(and(eq(call.staffId, staffId), isNull(call.endedAt), gt(call.startedAt, since)))
    .orderBy(desc(call.startedAt), desc(call.id))
    .limit(1);
  return found;
}

/** Writes down what a running call is about, where nobody has said why it was made. */
export async function noteChase(tx: Query, { calls }: Schema, { id, repairId }: { id: string; repairId: string }): Promise<void> {
  await tx
    .update(calls)
    .set({ reason: sql`coalesce(${calls.reason}, 'chase')`, repairId, version: sql`${calls.version} + 1` })
    .where(and(eq(calls.id, id), isNull(calls.endedAt)));
}

/** Ends a call of an agent with its reason; false where it is over, or another's. */
export async function writeCallEnd(
  tx: Query,
  { calls }: Schema,
  { id, staffId, reason, now }: { id: string; staffId: string; reason: string; now: Date },
): Promise<boolean> {
  const ended = await tx
    .update(calls)
    .set({ endedAt: now, reason, version: sql`${calls.version} + 1` })
    .where(and(eq(calls.id, id), eq(calls.staffId, staffId), isNull(calls.endedAt)))
    .returning({ id: calls.id });
  return ended.length > 0;
}

/** What somebody has done of the repairs of a home since an instant, by the codes of the trace. */
export async function doneAtHome(
  query: Query,
  { events, repairs }: Schema,
  { uprn, who, since }: { uprn: string; who: string; since: Date },
): Promise<string[]> {
  const rows = await query
    .select({ what: events.what })
    .from(events)
    .innerJoin(repairs, eq(repairs.id, events.repairId))
    .where(and(eq(repairs.uprn, uprn), gte(events.at, since), eq(events.who, who)));
  return rows.map(({ what }) => what);
}

/** The calls that ended and were begun within two instants (the second excluded), of one agent where one is named; the first first. */
export async function callsWithin(
  query: Query,
  { calls, repairs }: Schema,
  { from, until, staffId }: { from: Date; until: Date; staffId?: string | undefined },
): Promise<(Call & { repairChannel: string | null })[]> {
  const isTheirs = staffId === undefined ? undefined : eq(calls.staffId, staffId);
  const rows = await query
    .select({ call: calls, repairChannel: repairs.channel })
    .from(calls)
    .leftJoin(repairs, eq(repairs.id, calls.repairId))
    .where(and(gte(calls.startedAt, from), lt(calls.startedAt, until), isNotNull(calls.endedAt), isTheirs))
    .orderBy(asc(calls.startedAt), asc(calls.id));
  return rows.map(({ call, repairChannel }) => ({ ...call, repairChannel }));
}
