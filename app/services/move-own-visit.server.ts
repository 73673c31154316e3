import { localDate } from "#app/domain/local-date.ts";
import { type Choice, isBookable, type Offer, offerKey } from "#app/domain/offers.ts";
import { moveRefusal, type VisitChanges } from "#app/domain/own-visit.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { countOwnMoves } from "#db/queries/own-repair.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { visitCase } from "#db/queries/visits.ts";
import { findOtherTimes } from "./find-offers.server.ts";
import { moveIn } from "./move-appointment.server.ts";
import type { OwnRepair } from "./read-own-repair.server.ts";

/** Every other time that a repair's tenant may move its visit to. A hazard has a legal date: nothing after it is offered. */
export async function offersToMove(
  db: Db,
  { repair, current }: Pick<OwnRepair, "repair" | "current">,
  when: { rules: Rules; now: Date },
): Promise<Offer[]> {
  if (!current) return [];
  const offers = await findOtherTimes(db, current, { ...when, dueOn: repair.dueOn });
  return repair.hazard ? offers.filter(({ isBeyondTarget }) => !isBeyondTarget) : offers;
}

interface OwnMove {
  appointmentId: string;
  offer: Choice;
  /** What was to choose from, as evidence. */
  shown: readonly Choice[];
  rules: Rules;
  changes: VisitChanges;
  now: Date;
}

/** `late`: its cut-off has passed. `too-often`: it has been moved as often as it may. `closed`: it is no promise to keep any more. */
export type OwnMoveAnswer = { ok: true } | { ok: false; reason: "slot-gone" | "late" | "too-often" | "closed" };

/**
 * Moves a visit for its tenant: the new slots are its own before the old are anybody else's, in one change, and where they are gone the old
 * promise stands. To where it is already nothing changes, however late it is. The repair's target stays.
 */
export async function moveOwnVisit(db: Db, move: OwnMove): Promise<OwnMoveAnswer> {
  try {
    return await db.write((tx) => moveOwnIn(tx, db, move));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    throw error;
  }
}

async function moveOwnIn(tx: Query, db: Db, { appointmentId, offer, shown, rules, changes, now }: OwnMove): Promise<OwnMoveAnswer> {
  const appointment = await lockAppointment(tx, db.schema, appointmentId);
  const found = appointment && (await visitCase(tx, db.schema, appointmentId));
  if (!found) return { ok: false, reason: "closed" };
  const { onTheWayAt = null, arrivedAt = null, outcome = null } = found.visit ?? {};
  if (appointment.date === offer.date && appointment.window === offer.window) return { ok: true };
  const moved = await countOwnMoves(tx, db.schema, appointment);
  const refusal = moveRefusal({ ...appointment, onTheWayAt, arrivedAt, outcome }, moved, changes, now);
  if (refusal) return { ok: false, reason: refusal };
  if (!isBookable(offer, rules, localDate(now))) return { ok: false, reason: "slot-gone" };
  const by = { who: "tenant", channel: "online", offered: shown.map(offerKey).join(" ") };
  const moves = await moveIn(tx, db, { appointmentId, offer, rules, ...by, now });
  return moves.ok ? { ok: true } : { ok: false, reason: moves.reason === "not-booked" ? "closed" : moves.reason };
}
