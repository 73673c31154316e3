import { and, asc, desc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

export type CallTask = Schema["callTasks"]["$inferSelect"];
export type CallTry = Schema["callTries"]["$inferSelect"];

/** How some tasks stand, of those that anybody has taken yet. */
export async function tasksByIds(query: Query, { callTasks }: Schema, ids: readonly string[]): Promise<CallTask[]> {
  if (ids.length === 0) return [];
  return await query
    .select()
    .from(callTasks)
    .where(inArray(callTasks.id, [...ids]));
}

/** Gives a task to one agent until an instant; undefined where another has it. */
export async function takeTask(
  tx: Query,
  { callTasks }: Schema,
  { id, who, now, until }: { id: string; who: string; now: Date; until: Date },
): Promise<CallTask | undefined> {
  await tx.insert(callTasks).values({ id, takenBy: null, takenUntil: null, nextTryAt: null }).onConflictDoNothing();
  const isFree = or(isNull(callTasks.takenBy), isNull(callTasks.takenUntil), lte(callTasks.takenUntil, now), eq(callTasks.takenBy, who));
  const [taken] = await tx
    .update(callTasks)
    .set({ takenBy: who, takenUntil: until })
    .where(and(eq(callTasks.id, id), isFree))
    .returning();
  return taken;
}

/** Takes a task from the agent who has it, with when it is tried next where they tried; false where they do not have it any more. */
export async function leaveTask(
  tx: Query,
  { callTasks }: Schema,
  { id, who, nextTryAt }: { id: string; who: string; nextTryAt?: Date | null },
): Promise<boolean> {
  const left = await tx
    .update(callTasks)
    .set({ takenBy: null, takenUntil: null, ...(nextTryAt !== undefined && { nextTryAt }) })
    .where(and(eq(callTasks.id, id), eq(callTasks.takenBy, who)))
    .returning({ id: callTasks.id });
  return left.length > 0;
}

/** Keeps a try as evidence; false where its form was sent already. */
export async function addTry(tx: Query, { callTries }: Schema, row: CallTry): Promise<boolean> {
  const added = await tx.insert(callTries).values(row).onConflictDoNothing().returning({ id: callTries.id });
  return added.length > 0;
}

/** The tries for a task, and those for its repair where it has one; the latest first. */
export async function triesOf(
  query: Query,
  { callTries }: Schema,
  { taskId, repairId }: { taskId: string; repairId: string | null },
): Promise<CallTry[]> {
  const isSame = eq(callTries.taskId, taskId);
  return await query
    .select()
    .from(callTries)
    .where(repairId === null ? isSame : or(isSame, eq(callTries.repairId, repairId)))
    .orderBy(desc(callTries.at), asc(callTries.id));
}

/** A request of somebody whose address we do not have; undefined where there is none. */
export async function requestById(query: Query, { requests }: Schema, id: string): Promise<Schema["requests"]["$inferSelect"] | undefined> {
  const [found] = await query.select().from(requests).where(eq(requests.id, id));
  return found;
}

/** Says that somebody has dealt with a request. */
export async function closeRequest(tx: Query, { requests }: Schema, { id, now }: { id: string; now: Date }): Promise<void> {
  await tx
    .update(requests)
    .set({ closedAt: now })
    .where(and(eq(requests.id, id), isNull(requests.closedAt)));
}

/** A message by its id; undefined where there is none. */
export async function messageById(query: Query, { messages }: Schema, id: string) {
  const [found] = await query.select().from(messages).where(eq(messages.id, id));
  return found;
}

/** Stops a message that was given up: what it says was said by phone. */
export async function stopFailed(tx: Query, { messages }: Schema, id: string): Promise<void> {
  await tx
    .update(messages)
    .set({ status: "stopped" })
    .where(and(eq(messages.id, id), eq(messages.status, "failed")));
}
