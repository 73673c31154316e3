import { and, asc, count, desc, eq, gt, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Message } from "./messages.ts";

/** The lists of messages that staff see. */
export const MESSAGE_LISTS = ["calls", "letters", "failed", "waiting", "sent"] as const;
export type MessageList = (typeof MESSAGE_LISTS)[number];

/** What is in a list: what staff do by hand is there once it is due. */
function inList({ messages: { status, channel, dueAt } }: Schema, list: MessageList, now: Date): SQL | undefined {
  const byHand = (by: string) => and(eq(status, "waiting"), eq(channel, by), lte(dueAt, now));
  if (list === "calls") return byHand("call");
  if (list === "letters") return byHand("letter");
  return list === "waiting" ? and(eq(status, list), inArray(channel, ["text", "email", "webhook"])) : eq(status, list);
}

interface Listing {
  list: MessageList;
  /** Only messages older than this one; left out: from the first. */
  before?: string | undefined;
  most: number;
  now: Date;
}

/** Some messages of a list: what is still to be done in the order it fell due, what is over the newest first. */
export async function listMessages(query: Query, schema: Schema, { list, before, most, now }: Listing): Promise<Message[]> {
  const { messages } = schema;
  const isOver = list === "sent" || list === "failed";
  return await query
    .select()
    .from(messages)
    .where(and(inList(schema, list, now), isOver && before ? lt(messages.id, before) : undefined))
    .orderBy(...(isOver ? [desc(messages.id)] : [asc(messages.dueAt), asc(messages.id)]))
    .limit(most);
}

/** How many messages are in a list. */
export async function countMessages(query: Query, schema: Schema, { list, now }: Pick<Listing, "list" | "now">): Promise<number> {
  const [found] = await query
    .select({ total: count() })
    .from(schema.messages)
    .where(inList(schema, list, now));
  return found?.total ?? 0;
}

/** The calls and letters that wait, some at a time, in the order of their ids after one. */
export async function byHandAfter(query: Query, { messages }: Schema, after: string, most: number): Promise<Message[]> {
  return await query
    .select()
    .from(messages)
    .where(and(eq(messages.status, "waiting"), inArray(messages.channel, ["call", "letter"]), gt(messages.id, after)))
    .orderBy(asc(messages.id))
    .limit(most);
}

/** Says that staff have told somebody by hand; undefined where somebody else has, or there is no such call or letter. */
export async function markToldByHand(
  tx: Query,
  { messages }: Schema,
  { id, channel, who, now }: { id: string; channel: "call" | "letter"; who: string; now: Date },
): Promise<Message | undefined> {
  const [told] = await tx
    .update(messages)
    .set({ status: "sent", sentAt: now, sentBy: who })
    .where(and(eq(messages.id, id), eq(messages.channel, channel), eq(messages.status, "waiting")))
    .returning();
  return told;
}

/** Says that a call reached nobody; undefined where it does not wait any more. */
export async function markTried(tx: Query, { messages }: Schema, { id, now }: { id: string; now: Date }): Promise<Message | undefined> {
  const [tried] = await tx
    .update(messages)
    .set({ tries: sql`${messages.tries} + 1`, tryAt: now })
    .where(and(eq(messages.id, id), eq(messages.channel, "call"), eq(messages.status, "waiting")))
    .returning();
  return tried;
}

/** Stops a call or a letter that waits; undefined where it does not wait any more. */
export async function stopByHand(tx: Query, { messages }: Schema, id: string): Promise<Message | undefined> {
  const [stopped] = await tx
    .update(messages)
    .set({ status: "stopped" })
    .where(and(eq(messages.id, id), inArray(messages.channel, ["call", "letter"]), eq(messages.status, "waiting")))
    .returning();
  return stopped;
}

/** Lets given-up messages be tried again from the start: one, or all there are. Answers with those. What they failed of stays, so that they are looked up first. */
export async function sendAgain(tx: Query, { messages }: Schema, { id, now }: { id?: string; now: Date }): Promise<Message[]> {
  return await tx
    .update(messages)
    .set({ status: "waiting", tries: 0, tryAt: now })
    .where(and(eq(messages.status, "failed"), id === undefined ? undefined : eq(messages.id, id)))
    .returning();
}
