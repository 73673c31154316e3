import { addMinutes } from "date-fns";
import { localDate } from "#app/domain/local-date.ts";
import { isBookable } from "#app/domain/offers.ts";
import type { Db } from "#db/client.ts";
import { lockDays } from "#db/queries/days.ts";
import { lockDraft } from "#db/queries/holds.ts";
import { heldSlots } from "#db/queries/slots.ts";
import { freeSlotsOf, SlotGone, takeForDraft, type Wanted } from "#db/queries/take-slots.ts";

/** A hold can be extended until so many times its first length have passed: at least ten times, and not for ever. */
const LENGTHS_AT_MOST = 12;

export type HoldAnswer = { ok: true; expiresAt: Date } | { ok: false; reason: "slot-gone" };

/**
 * Holds an offer for a draft, instead of what it held before, for the landlord's hold minutes. When nobody is free for it any more the
 * draft keeps what it held. Throws when there is no such draft.
 */
export async function holdOffer(db: Db, { draftId, ...wanted }: Wanted & { draftId: string }): Promise<HoldAnswer> {
  const { offer, rules, now } = wanted;
  if (!isBookable(offer, rules, localDate(now))) return { ok: false, reason: "slot-gone" };
  const { holdMinutes } = rules.booking;
  const expiresAt = addMinutes(now, holdMinutes);
  const holdUntilAtMost = addMinutes(now, holdMinutes * LENGTHS_AT_MOST);
  try {
    await db.write(async (tx) => {
      await lockDraft(tx, db.schema, { draftId, heldWindow: offer.window, holdUntilAtMost });
      const held = await heldSlots(tx, db.schema, draftId);
      await lockDays(tx, db.schema, [offer.date, ...held.map(({ date }) => date)]);
      if (held.length > 0) await freeSlotsOf(tx, db.schema, { draftId });
      if (!(await takeForDraft(tx, db.schema, { draftId, expiresAt, ...wanted }))) throw new SlotGone();
    });
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    throw error;
  }
  return { ok: true, expiresAt };
}
