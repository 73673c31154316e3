import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

export type Message = Schema["messages"]["$inferSelect"];
export type Emergency = Schema["emergencies"]["$inferSelect"];

/** Puts a message into the outbox, due at an instant; one that is there already with this number stays as it is. */
export async function addMessage(
  tx: Query,
  { messages }: Schema,
  { dueAt, now, ...message }: Pick<Message, "id" | "kind" | "repairId" | "number" | "dueAt"> & { now: Date },
): Promise<void> {
  await tx
    .insert(messages)
    .values({ ...message, dueAt, tryAt: dueAt, status: "waiting", createdAt: now })
    .onConflictDoNothing();
}

/** The waiting message that should be tried first, or undefined where none is due. */
export async function nextToSend(query: Query, { messages }: Schema, now: Date): Promise<Message | undefined> {
  const rows = await run(
    query,
    "next_to_send",
    (q) =>
      q
        .select()
        .from(messages)
        // The literal, not a value: it is how both engines know the index of what waits.
        .where(and(sql`${messages.status} = 'waiting'`, lte(messages.tryAt, given(messages.tryAt, "now"))))
        .orderBy(asc(messages.tryAt), asc(messages.id))
        .limit(1),
    { now },
  );
  return rows[0];
}

/** Gives a due message to one sender until an instant, with the hash of its link's token; undefined where another was quicker. */
export async function claimMessage(
  tx: Query,
  { messages }: Schema,
  { id, tokenHash, now, until }: { id: string; tokenHash: string; now: Date; until: Date },
): Promise<Message | undefined> {
  const [claimed] = await tx
    .update(messages)
    .set({ tries: sql`${messages.tries} + 1`, tryAt: until, tokenHash })
    .where(and(eq(messages.id, id), eq(messages.status, "waiting"), lte(messages.tryAt, now)))
    .returning();
  return claimed;
}

type Settled =
  | { status: "sent"; sentAt: Date; fault: null }
  | { status: "stopped" }
  | { status: "failed" | "waiting"; fault: string; tryAt: Date };

/** Writes how a try ended; false where the message has since been taken by another sender, whose try counts. */
export async function settleMessage(tx: Query, { messages }: Schema, { id, tries }: Message, settled: Settled): Promise<boolean> {
  const rows = await tx
    .update(messages)
    .set(settled)
    .where(and(eq(messages.id, id), eq(messages.tries, tries)))
    .returning({ id: messages.id });
  return rows.length > 0;
}

/** Stops everything of a kind that still waits to be said about a repair. */
export async function stopMessages(tx: Query, { messages }: Schema, { repairId, kind }: Pick<Message, "repairId" | "kind">): Promise<void> {
  await tx
    .update(messages)
    .set({ status: "stopped" })
    .where(and(eq(messages.repairId, repairId), eq(messages.kind, kind), eq(messages.status, "waiting")));
}
