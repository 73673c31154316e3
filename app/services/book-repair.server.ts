import { localDate } from "#app/domain/local-date.ts";
import { type Choice, isBookable, type Offer } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import { wishOf } from "#app/domain/wish.ts";
import type { Db, Query } from "#db/client.ts";
import { bookedOf, changeRepair, type RepairCase } from "#db/queries/repair-case.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { type Seen, traceRepair } from "./change-repair.server.ts";
import { findOffers } from "./find-offers.server.ts";
import { promiseVisit } from "./promise-visit.server.ts";
import { say } from "./say.server.ts";

/** What a repair can be booked for, the earliest first; none where it has no trade. */
export async function offersForRepair(
  db: Db,
  { repair, home, visits, needs }: Pick<RepairCase, "repair" | "home" | "visits" | "needs">,
  when: { rules: Rules; now: Date },
): Promise<Offer[]> {
  if (!repair.trade) return [];
  return findOffers(db, {
    trade: repair.trade,
    priority: repair.priority,
    patchId: home.patchId,
    wish: wishOf(needs?.needs ?? []),
    visits: visits ?? 1,
    dueOn: repair.dueOn,
    ...when,
  });
}

interface Booking extends Seen {
  offer: Choice;
  /** Slots of one operative that the job needs: 1 or 2. */
  visits: number;
  rules: Rules;
  /** Two go, where nobody goes alone: an officer has found the second, who has no slot of this visit; the trace says so. */
  isPair?: boolean;
}

/** `stale`: it is not open, has changed meanwhile or has an appointment. `slot-gone`: nobody is free for it any more. Nothing has changed. */
export type BookingAnswer = { ok: true } | { ok: false; reason: "stale" | "slot-gone" };

/** Books an offer for a repair that has no appointment: the promise is made and its slots are taken in one change. */
export async function bookRepair(db: Db, booking: Booking): Promise<BookingAnswer> {
  if (!isBookable(booking.offer, booking.rules, localDate(booking.now))) return { ok: false, reason: "slot-gone" };
  try {
    return await db.write((tx) => bookIn(tx, db, booking));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    throw error;
  }
}

async function bookIn(tx: Query, db: Db, { offer, visits, rules, isPair, ...seen }: Booking): Promise<BookingAnswer> {
  const { schema } = db;
  const { repair, version, now } = seen;
  if ((await bookedOf(tx, schema, repair.id)).length > 0) return { ok: false, reason: "stale" };
  const changed = await changeRepair(tx, schema, { id: repair.id, from: version, waitsFor: null });
  if (!changed) return { ok: false, reason: "stale" };
  const appointmentId = await promiseVisit(tx, db, { repairId: repair.id, purpose: "repair", offer, visits, rules, now });
  const after = { ...offer, version: 0, repairVersion: changed.version, ...(isPair && { operatives: 2 }) };
  await traceRepair(tx, db, seen, { what: "booked", appointmentId, before: null, after });
  const told = { repairId: repair.id, appointmentId, date: offer.date, changeId: appointmentId, who: seen.who, now };
  await say(tx, schema, { kind: "booked", ...told });
  return { ok: true };
}
