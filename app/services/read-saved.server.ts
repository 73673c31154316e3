import type { Db } from "#db/client.ts";
import { followedBy, requestedBy } from "#db/queries/requests.ts";

/** What a draft came to that is no repair of its own. */
export interface Saved {
  kind: "followed" | "asked";
  reference: string;
  /** How a follower gets messages: text, email or none. */
  messagesBy: string;
}

/** What was saved from a draft of this device (SHA-256 of its id): a repair followed, or a request; undefined where neither. */
export async function readSaved(db: Db, draft: { draftId: string; device: string }): Promise<Saved | undefined> {
  const followed = await followedBy(db.read, db.schema, draft);
  if (followed) return { kind: "followed", reference: followed.reference, messagesBy: followed.messagesBy };
  const asked = await requestedBy(db.read, db.schema, draft);
  return asked && { kind: "asked", reference: asked.reference, messagesBy: "none" };
}
