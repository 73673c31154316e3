import { and, asc, desc, eq, gte, isNull, ne, or, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Draft } from "./drafts.ts";

export type Call = Schema["calls"]["$inferSelect"];
type Home = Schema["homes"]["$inferSelect"];

/** Adds a call that an agent takes. */
export async function addCall(tx: Query, { calls }: Schema, call: Schema["calls"]["$inferInsert"]): Promise<void> {
  await tx.insert(calls).values(call);
}

/** Whether there is such a home. */
export async function hasHome(query: Query, { homes }: Schema, uprn: string): Promise<boolean> {
  const [found] = await query.select({ uprn: homes.uprn }).from(homes).where(eq(homes.uprn, uprn));
  return found !== undefined;
}

/** The call about a home that an agent has begun since an instant and not ended: pressing twice is one call. */
export async function callJustBegun(
  query: Query,
  { calls }: Schema,
  { staffId, uprn, since }: { staffId: string; uprn: string; since: Date },
): Promise<Call | undefined> {
  const { startedAt, endedAt } = calls;
  const own = and(eq(calls.staffId, staffId), eq(calls.uprn, uprn), gte(startedAt, since), isNull(endedAt));
  const [found] = await query.select().from(calls).where(own).orderBy(desc(startedAt)).limit(1);
  return found;
}

/** A call, and the home and block that it is about; undefined where there is no such call, or it is about no home. */
export async function callAbout(
  query: Query,
  { calls: call, homes: home, blocks: block }: Schema,
  id: string,
): Promise<{ call: Call; home: Home; block: Schema["blocks"]["$inferSelect"] | null } | undefined> {
  const [found] = await query
    .select({ call, home, block })
    .from(call)
    .innerJoin(home, eq(home.uprn, call.uprn))
    .leftJoin(block, eq(block.id, home.blockId))
    .where(eq(call.id, id));
  return found;
}

/** Writes on a call what it came to; false where it says so already: a form was sent twice. */
export async function countCall(
  tx: Query,
  { calls }: Schema,
  { id, reason, repairId }: { id: string; reason: "new" | "chase"; repairId: string },
): Promise<boolean> {
  const rows = await tx
    .update(calls)
    .set({ reason, repairId, version: sql`${calls.version} + 1` })
    .where(and(eq(calls.id, id), or(isNull(calls.repairId), ne(calls.repairId, repairId))))
    .returning({ id: calls.id });
  return rows.length > 0;
}

/** Says which draft a call is for. */
export async function giveDraft(tx: Query, { calls }: Schema, { id, draftId }: { id: string; draftId: string }): Promise<void> {
  await tx
    .update(calls)
    .set({ draftId, version: sql`${calls.version} + 1` })
    .where(eq(calls.id, id));
}

/** The call that a draft is for: the latest, where it was taken up again. */
export async function callOf(query: Query, { calls }: Schema, draftId: string): Promise<Call | undefined> {
  const { startedAt, id } = calls;
  const [found] = await query.select().from(calls).where(eq(calls.draftId, draftId)).orderBy(desc(startedAt), desc(id)).limit(1);
  return found;
}

/** What was asked of a caller, the first first. */
export async function checksOf(query: Query, { identityChecks }: Schema, callId: string) {
  const { at, id } = identityChecks;
  return await query.select().from(identityChecks).where(eq(identityChecks.callId, callId)).orderBy(asc(at), asc(id));
}

/** Keeps what was asked of a caller, and who calls for a tenant where somebody does. */
export async function addCheck(
  tx: Query,
  { identityChecks, callersForTenants }: Schema,
  check: Schema["identityChecks"]["$inferInsert"],
  caller?: { name: string; relationship: string | null },
): Promise<void> {
  await tx.insert(identityChecks).values(check);
  if (caller) await tx.insert(callersForTenants).values({ checkId: check.id, ...caller });
}

/** Who calls for the tenant, as they were written down last on a call. */
export async function callerFor(query: Query, { identityChecks, callersForTenants }: Schema, callId: string) {
  const { name, relationship, checkId } = callersForTenants;
  const [found] = await query
    .select({ name, relationship })
    .from(callersForTenants)
    .innerJoin(identityChecks, eq(identityChecks.id, checkId))
    .where(eq(identityChecks.callId, callId))
    .orderBy(desc(identityChecks.at), desc(identityChecks.id))
    .limit(1);
  return found;
}

type Repair = Schema["repairs"]["$inferSelect"];

/** The repairs of a home and of its block's shared areas that are open, or were closed since an instant; the newest first. */
export async function repairsAround(
  query: Query,
  { repairs }: Schema,
  { uprn, blockId, since }: { uprn: string; blockId: string | null; since: Date },
): Promise<Repair[]> {
  const { status, closedAt, raisedAt, id } = repairs;
  const home = and(eq(repairs.uprn, uprn), isNull(repairs.blockId));
  const here = blockId === null ? home : or(home, eq(repairs.blockId, blockId));
  return await query
    .select()
    .from(repairs)
    .where(and(here, or(eq(status, "open"), gte(closedAt, since))))
    .orderBy(desc(raisedAt), desc(id));
}

/** The drafts of agents' calls that were touched since an instant and not sent, the last first, with the home and who has each. */
export async function callDrafts(query: Query, schema: Schema, { since, uprn }: { since: Date; uprn?: string }) {
  const { drafts: draft, calls, homes: home, staff } = schema;
  const { repairs } = schema;
  const rows = await query
    .select({ draft, home, by: staff.name, callId: calls.id })
    .from(draft)
    .innerJoin(calls, eq(calls.draftId, draft.id))
    .innerJoin(home, eq(home.uprn, calls.uprn))
    .innerJoin(staff, eq(staff.id, draft.staffId))
    .leftJoin(repairs, eq(repairs.submission, draft.id))
    .where(and(gte(draft.touchedAt, since), ne(draft.device, ""), isNull(repairs.id), uprn ? eq(calls.uprn, uprn) : undefined))
    .orderBy(desc(draft.touchedAt), desc(calls.startedAt))
    .limit(100);
  return rows.filter((row, at) => rows.findIndex((each) => each.draft.id === row.draft.id) === at);
}

/** The draft of an agent's call, whoever has it; undefined where there is none: a tenant's own is not an agent's to open. */
export async function agentDraft(query: Query, { drafts, staff }: Schema, id: string): Promise<{ draft: Draft; by: string } | undefined> {
  const [found] = await query
    .select({ draft: drafts, by: staff.name })
    .from(drafts)
    .innerJoin(staff, eq(staff.id, drafts.staffId))
    .where(and(eq(drafts.id, id), ne(drafts.device, "")));
  return found;
}

/** Keeps what an agent typed, whole, if nobody has changed the draft since the version they saw; from then on it is theirs. False where somebody has. */
export async function keepAgentTyped(
  tx: Query,
  { drafts }: Schema,
  { id, version, staffId, typed, now }: Pick<Draft, "id" | "version" | "typed"> & { staffId: string; now: Date },
): Promise<boolean> {
  const kept = await tx
    .update(drafts)
    .set({ typed, staffId, touchedAt: now, version: version + 1 })
    .where(and(eq(drafts.id, id), eq(drafts.version, version)))
    .returning({ id: drafts.id });
  return kept.length > 0;
}
