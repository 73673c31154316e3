import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockDays } from "#db/queries/days.ts";
import { lockDraftOn } from "#db/queries/drafts.ts";
import { stopMessages } from "#db/queries/messages.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { heldSlots } from "#db/queries/slots.ts";
import { endWish, type SoonerOffer, settleSoonerOffer, type Waiting } from "#db/queries/sooner.ts";
import { freeSlotsOf } from "#db/queries/take-slots.ts";
import { NO_DEVICE } from "#db/queries/unfinished.ts";

/** The kind of the message that tells somebody of a sooner time. */
export const SOONER = "sooner";

interface By {
  /** tenant or system. */
  who: string;
  now: Date;
}

interface Closing extends By {
  repairId: string;
  offer: SoonerOffer;
  outcome: "accepted" | "declined" | "lapsed" | "gone" | "ended";
}

/** Closes an offer whose wish is locked by the caller: what it held is free, and who has not been told of it is not told any more. */
export async function closeSoonerOffer(tx: Query, db: Db, { repairId, offer, outcome, who, now }: Closing): Promise<void> {
  const { schema } = db;
  const { id, draftId, date, window } = offer;
  const draft = await lockDraftOn(tx, schema, { id: draftId, device: NO_DEVICE });
  const held = draft ? await heldSlots(tx, schema, draftId) : [];
  if (held.length > 0) {
    await lockDays(tx, schema, [date]);
    await freeSlotsOf(tx, schema, { draftId });
  }
  await settleSoonerOffer(tx, schema, { id, outcome });
  await stopMessages(tx, schema, { repairId, kinds: [SOONER] });
  await traceSooner(tx, db, { repairId, who, what: `sooner visit ${outcome}`, after: { date, window }, now });
}

/** Ends somebody's wish, with the offer that stands. It is locked by the caller. */
export async function endSooner(tx: Query, db: Db, { waiting, ...by }: By & { waiting: Waiting }): Promise<void> {
  const { wish, open: offer } = waiting;
  const { id, repairId } = wish;
  if (offer) await closeSoonerOffer(tx, db, { repairId, offer, outcome: "ended", ...by });
  await endWish(tx, db.schema, { id, now: by.now });
  await traceSooner(tx, db, { repairId, what: "sooner visit not waited for any more", after: {}, ...by });
}

interface Trace extends By {
  repairId: string;
  what: string;
  /** Codes, dates and numbers only. */
  after: Record<string, string | number>;
}

/** Leaves a trace of what became of somebody's wish for a sooner visit. */
export async function traceSooner(tx: Query, { schema }: Db, { now, ...event }: Trace): Promise<void> {
  const id = newId(now);
  await addEvent(tx, schema, { ...event, id, at: now, channel: "online", changeId: id, appointmentId: null, before: null });
}
