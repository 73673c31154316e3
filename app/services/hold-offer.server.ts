import { addMinutes } from "date-fns";
import { localDate } from "#app/domain/local-date.ts";
import { isBookable } from "#app/domain/offers.ts";
import type { Db, Query } from "#db/client.ts";
import { lockDays } from "#db/queries/days.ts";
import { holdingFrom, lockDraft } from "#db/queries/holds.ts";
import { heldSlots } from "#db/queries/slots.ts";
import { freeSlotsOf, SlotGone, takeForDraft, type Wanted } from "#db/queries/take-slots.ts";

/** A hold can be extended until so many times its first length have passed: at least ten times, and not for ever. */
const LENGTHS_AT_MOST = 12;

/** Where a choice comes from: a keyed hash of its network address, and how many drafts may hold from there at once. */
export interface Origin {
  origin: string;
  mostHolding: number;
}

interface Choosing extends Wanted {
  draftId: string;
  /** Left out where no limit counts. */
  from?: Origin | undefined;
}

/** "not-held": it is free and can be had by sending the report, but the public hold as much of that date as they may. */
export type HoldAnswer = { ok: true; expiresAt: Date } | { ok: false; reason: "slot-gone" | "not-held" | "too-many" };

/** Thrown inside the write to undo it: too many drafts hold from one network address. */
class TooMany extends Error {}

/**
 * Holds an offer for a draft, instead of what it held before, for the landlord's hold minutes. When nobody is free for it any more, or too
 * many hold from where it comes, the draft keeps what it held. Throws when there is no such draft.
 */
export async function holdOffer(db: Db, choosing: Choosing): Promise<HoldAnswer> {
  const { offer, rules, now } = choosing;
  if (!isBookable(offer, rules, localDate(now))) return { ok: false, reason: "slot-gone" };
  const expiresAt = addMinutes(now, rules.booking.holdMinutes);
  try {
    const isHeld = await db.write((tx) => holdIn(tx, db, { ...choosing, expiresAt }));
    return isHeld ? { ok: true, expiresAt } : { ok: false, reason: "not-held" };
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    if (error instanceof TooMany) return { ok: false, reason: "too-many" };
    throw error;
  }
}

async function holdIn(
  tx: Query,
  { schema }: Db,
  { draftId, from, expiresAt, ...wanted }: Choosing & { expiresAt: Date },
): Promise<boolean> {
  const { offer, rules, now } = wanted;
  const holdUntilAtMost = addMinutes(now, rules.booking.holdMinutes * LENGTHS_AT_MOST);
  await lockDraft(tx, schema, { draftId, heldWindow: offer.window, holdUntilAtMost, origin: from?.origin ?? null });
  // A brake, not a promise: two from one address at the very same moment may both pass.
  if (from && (await holdingFrom(tx, schema, { origin: from.origin, draftId, now })) >= from.mostHolding) throw new TooMany();
  const held = await heldSlots(tx, schema, draftId);
  await lockDays(tx, schema, [offer.date, ...held.map(({ date }) => date)]);
  if (held.length > 0) await freeSlotsOf(tx, schema, { draftId });
  const taken = await takeForDraft(tx, schema, { draftId, expiresAt, ...wanted });
  if (taken === "gone") throw new SlotGone();
  return taken === "held";
}
