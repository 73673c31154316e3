import type { Choice } from "#app/domain/offers.ts";
import type { Db } from "#db/client.ts";
import { heldOffer } from "#db/queries/slots.ts";

/** The offer a draft holds. */
export interface Hold extends Choice {
  expiresAt: Date;
  /** Nobody else can take it yet. Once it has lapsed it is still the draft's own until somebody does. */
  isLive: boolean;
}

/** What a draft holds, lapsed or not; undefined when it has chosen nothing or lost it. */
export async function findHold(db: Db, { draftId, now }: { draftId: string; now: Date }): Promise<Hold | undefined> {
  const held = await heldOffer(db.read, db.schema, draftId);
  return held && { ...held, isLive: held.expiresAt >= now };
}
