import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, ne, sql } from "drizzle-orm";
import { rankOf } from "#app/domain/message.ts";
import type { Query } from "../client.ts";
import { allGiven, given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

export type Message = Schema["messages"]["$inferSelect"];
export type Emergency = Schema["emergencies"]["$inferSelect"];

/** The rank of what staff do: no sender takes it. */
const BY_HAND = 2;

/** What a message is before its first try, and where nothing else is said of it. */
const UNTRIED = {
  ...{
    channel: "webhook",
    rank: 1,
    event: "",
    appointmentId: null,
    followerId: "",
    status: "waiting",
    tries: 0,
    fault: null,
    tokenHash: null,
  },
  ...{ sentAt: null, sentBy: null, receipt: null, receiptAt: null },
};

type Told = Pick<Message, "id" | "kind" | "repairId" | "number" | "dueAt"> &
  Partial<Pick<Message, "channel" | "appointmentId" | "followerId" | "event" | "rank">> & { now: Date };

/**
 * Puts messages into the outbox, each due at an instant; one that is there already with its number, event and channel stays as it is. Answers
 * with the ids of those that are new.
 */
export async function addMessages(tx: Query, { messages }: Schema, told: readonly Told[]): Promise<string[]> {
  const added: string[] = [];
  for (const { now, ...message } of told) {
    const values = { ...UNTRIED, ...message, tryAt: message.dueAt, createdAt: now };
    const build = (q: Query) => q.insert(messages).values(allGiven(messages)).onConflictDoNothing().returning({ id: messages.id });
    added.push(...(await run(tx, "add_message", build, values)).map(({ id }) => id));
  }
  return added;
}

/** Puts one message into the outbox: for the person on duty unless a channel is named. */
export async function addMessage(tx: Query, schema: Schema, { channel = "webhook", ...told }: Told): Promise<void> {
  await addMessages(tx, schema, [{ channel, rank: rankOf({ kind: told.kind, channel }), ...told }]);
}

/** The waiting message that should be tried first, or undefined where none is due: what somebody waits for goes before all else. */
export async function nextToSend(query: Query, { messages }: Schema, now: Date): Promise<Message | undefined> {
  const rows = await run(
    query,
    "next_to_send",
    (q) =>
      q
        .select()
        .from(messages)
        // The literal, not a value: it is how both engines know the index of what waits.
        .where(and(sql`${messages.status} = 'waiting'`, lt(messages.rank, BY_HAND), lte(messages.tryAt, given(messages.tryAt, "now"))))
        .orderBy(asc(messages.rank), asc(messages.tryAt), asc(messages.id))
        .limit(1),
    { now },
  );
  return rows[0];
}

/** Gives a due message to one sender until an instant, with the hash of its link's token; undefined where another was quicker. */
export async function claimMessage(
  tx: Query,
  { messages }: Schema,
  { id, tokenHash, now, until }: { id: string; tokenHash: string | null; now: Date; until: Date },
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
  | { status: "stopped"; fault?: string }
  | { status: "failed" | "waiting"; fault: string; tryAt: Date };

/**
 * Writes how a try ended; false where the message has since been taken by another sender, whose try counts. One that was stopped meanwhile is
 * not tried again; that it went out all the same is written.
 */
export async function settleMessage(tx: Query, { messages }: Schema, { id, tries }: Message, settled: Settled): Promise<boolean> {
  const endedFrom = settled.status === "sent" ? ["waiting", "stopped"] : ["waiting"];
  const rows = await tx
    .update(messages)
    .set(settled)
    .where(and(eq(messages.id, id), eq(messages.tries, tries), inArray(messages.status, endedFrom)))
    .returning({ id: messages.id });
  return rows.length > 0;
}

/** Leaves a message to wait until an instant, untried. */
export async function holdMessage(tx: Query, { messages }: Schema, { id, tries }: Message, until: Date): Promise<void> {
  await tx
    .update(messages)
    .set({ tryAt: until })
    .where(and(eq(messages.id, id), eq(messages.tries, tries), eq(messages.status, "waiting")));
}

/** Stops everything of some kinds that still waits to be said about a repair, or about one of its appointments where it is named. */
export async function stopMessages(
  tx: Query,
  { messages }: Schema,
  { repairId, appointmentId, kinds }: { repairId: string; appointmentId?: string | undefined; kinds: readonly string[] },
): Promise<void> {
  const isAbout = appointmentId === undefined ? undefined : eq(messages.appointmentId, appointmentId);
  await tx
    .update(messages)
    .set({ status: "stopped" })
    .where(and(eq(messages.repairId, repairId), isAbout, inArray(messages.kind, [...kinds]), eq(messages.status, "waiting")));
}

/** Stops everything that was given up, or still waits to be said, to whoever a repair's own messages go to; answers with it. */
export async function stopOwnMessages(tx: Query, { messages }: Schema, repairId: string): Promise<Message[]> {
  const isTheirs = and(eq(messages.repairId, repairId), eq(messages.followerId, ""), ne(messages.channel, "webhook"));
  return await tx
    .update(messages)
    .set({ status: "stopped" })
    .where(and(isTheirs, inArray(messages.status, ["waiting", "failed"])))
    .returning();
}

/** Ends the links of every message about a repair but those to the person on duty. */
export async function endLinksOf(tx: Query, { messages }: Schema, repairId: string): Promise<void> {
  await tx
    .update(messages)
    .set({ tokenHash: null })
    .where(and(eq(messages.repairId, repairId), ne(messages.channel, "webhook"), isNotNull(messages.tokenHash)));
}

/** Keeps what the provider says became of a message, the first time that it does; undefined where it has said so, or there is no such message. */
export async function keepReceipt(
  tx: Query,
  { messages }: Schema,
  { id, receipt, now }: { id: string; receipt: "delivered" | "failed"; now: Date },
): Promise<Message | undefined> {
  const sentAt = sql`coalesce(${messages.sentAt}, ${sql.param(now, messages.sentAt)})`;
  const [message] = await tx
    .update(messages)
    .set({ receipt, receiptAt: now, status: "sent", sentAt })
    .where(and(eq(messages.id, id), isNull(messages.receipt), inArray(messages.channel, ["text", "email"])))
    .returning();
  return message;
}
