import { and, eq } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

export type Follower = Schema["followers"]["$inferSelect"];
export type AskedRequest = Schema["requests"]["$inferSelect"];

/** Who follows a repair from a device, or undefined: it is counted once. */
export async function followerOn(
  query: Query,
  { followers }: Schema,
  { repairId, device }: { repairId: string; device: string },
): Promise<Follower | undefined> {
  const rows = await query
    .select()
    .from(followers)
    .where(and(eq(followers.repairId, repairId), eq(followers.device, device)));
  return rows[0];
}

/** Adds a follower; false where its reference is taken, or the device follows the repair already. */
export async function addFollower(
  tx: Query,
  { followers }: Schema,
  follower: Required<Schema["followers"]["$inferInsert"]>,
): Promise<boolean> {
  const rows = await tx.insert(followers).values(follower).onConflictDoNothing().returning({ id: followers.id });
  return rows.length > 0;
}

/** Writes what a follower says the next time: from which draft, and how to send messages. */
export async function changeFollower(
  tx: Query,
  { followers }: Schema,
  { id, ...said }: Pick<Follower, "id" | "submission" | "messagesBy" | "phone" | "email">,
): Promise<void> {
  await tx.update(followers).set(said).where(eq(followers.id, id));
}

/** What a draft of a device followed, or undefined. */
export async function followedBy(
  query: Query,
  { followers }: Schema,
  { draftId, device }: { draftId: string; device: string },
): Promise<Follower | undefined> {
  const rows = await query
    .select()
    .from(followers)
    .where(and(eq(followers.submission, draftId), eq(followers.device, device)));
  return rows[0];
}

/** Adds a request; false where its reference is taken, or its draft made one already. */
export async function addRequest(tx: Query, { requests }: Schema, asked: Required<Schema["requests"]["$inferInsert"]>): Promise<boolean> {
  const rows = await tx.insert(requests).values(asked).onConflictDoNothing().returning({ id: requests.id });
  return rows.length > 0;
}

/** The request a draft of a device made, or undefined. */
export async function requestedBy(
  query: Query,
  { requests }: Schema,
  { draftId, device }: { draftId: string; device: string },
): Promise<AskedRequest | undefined> {
  const rows = await query
    .select()
    .from(requests)
    .where(and(eq(requests.submission, draftId), eq(requests.device, device)));
  return rows[0];
}
