import { type Acting, TENANT } from "#app/domain/acting.ts";
import { localDate } from "#app/domain/local-date.ts";
import { type Choice, isBookable, type Offer, offerKey } from "#app/domain/offers.ts";
import { moveRefusal, type Override, rulesBeyond, type VisitChanges } from "#app/domain/own-visit.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type Appointment, lockAppointment } from "#db/queries/appointments.ts";
import { countOwnMoves } from "#db/queries/own-repair.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { visitCase } from "#db/queries/visits.ts";
import { findOtherTimes } from "./find-offers.server.ts";
import { moveIn } from "./move-appointment.server.ts";
import type { OwnRepair } from "./read-own-repair.server.ts";

type Moving = Pick<OwnRepair, "repair" | "current">;
interface When {
  rules: Rules;
  now: Date;
}

/** Every other time that a repair's tenant may move its visit to. A hazard has a legal date: nothing after it is offered. */
export async function offersToMove(db: Db, { repair, current }: Moving, when: When & { priority?: string }): Promise<Offer[]> {
  if (!current) return [];
  const offers = await findOtherTimes(db, current, { ...when, dueOn: repair.dueOn });
  return repair.hazard ? offers.filter(({ isBeyondTarget }) => !isBeyondTarget) : offers;
}

/** A time that a tenant may not choose: `keptFor` a priority that is not the repair's, or after the last date that is offered. */
export type OfferBeyond = Offer & { keptFor?: string };

/** Every other time, those included that only somebody who sets a rule aside may promise: kept for other priorities, and beyond the horizon. */
export async function offersBeyond(db: Db, moving: Moving, { rules, now }: When): Promise<OfferBeyond[]> {
  const when = { rules: rulesBeyond(rules), now };
  const found = new Map<string, OfferBeyond>();
  for (const offer of await offersToMove(db, moving, when)) found.set(offerKey(offer), offer);
  for (const { code: priority } of rules.priorities) {
    for (const offer of await offersToMove(db, moving, { ...when, priority }))
      if (!found.has(offerKey(offer))) found.set(offerKey(offer), { ...offer, keptFor: priority });
  }
  return [...found].sort(([, a], [, b]) => `${a.date} ${a.from}`.localeCompare(`${b.date} ${b.from}`)).map(([, offer]) => offer);
}

interface OwnMove {
  appointmentId: string;
  offer: Choice;
  /** What was to choose from, as evidence. */
  shown: readonly Choice[];
  rules: Rules;
  changes: VisitChanges;
  /** The tenant, unless somebody else moves it for them. */
  by?: Acting;
  /** Where somebody who may sets the tenants' rules aside. */
  override?: Override | undefined;
  now: Date;
}

/** `late`: its cut-off has passed. `too-often`: it has been moved as often as it may. `closed`: it is no promise to keep any more. */
export type OwnMoveAnswer = { ok: true } | { ok: false; reason: "slot-gone" | "late" | "too-often" | "closed" };

/**
 * Moves a visit for its tenant: the new slots are its own before the old are anybody else's, in one change, and where they are gone the old
 * promise stands. To where it is already nothing changes, however late it is. The repair's target stays. Which rules an override has set
 * aside is written down with why.
 */
export async function moveOwnVisit(db: Db, move: OwnMove): Promise<OwnMoveAnswer> {
  try {
    return await db.write((tx) => moveOwnIn(tx, db, move));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    throw error;
  }
}

async function moveOwnIn(tx: Query, db: Db, move: OwnMove): Promise<OwnMoveAnswer> {
  const { appointmentId, offer, shown, rules, by = TENANT, override, now } = move;
  const appointment = await lockAppointment(tx, db.schema, appointmentId);
  if (!appointment) return { ok: false, reason: "closed" };
  if (appointment.date === offer.date && appointment.window === offer.window) return { ok: true };
  const refusal = await refusalOf(tx, db, appointment, move);
  if (refusal && (refusal === "closed" || !override)) return { ok: false, reason: refusal };
  const allowed = allowedBy(override, rules);
  if (!isBookable(offer, allowed, localDate(now))) return { ok: false, reason: "slot-gone" };
  const offered = { offered: shown.map(offerKey).join(" ") };
  const moves = await moveIn(tx, db, { appointmentId, offer, rules: allowed, ...by, ...offered, keptFor: override?.keptFor, now });
  if (!moves.ok) return { ok: false, reason: moves.reason === "not-booked" ? "closed" : moves.reason };
  await traceOverride(tx, db, appointment, { ...move, by, refusal });
  return { ok: true };
}

/** As far as may be promised. */
const allowedBy = (override: Override | undefined, rules: Rules): Rules => (override ? rulesBeyond(rules) : rules);

/** Why its tenant could not move it any more. It is locked by the caller. */
async function refusalOf(tx: Query, { schema }: Db, appointment: Appointment, { changes, now }: Pick<OwnMove, "changes" | "now">) {
  const found = await visitCase(tx, schema, appointment.id);
  const { onTheWayAt = null, arrivedAt = null, outcome = null } = found?.visit ?? {};
  const moved = await countOwnMoves(tx, schema, appointment);
  const isServed = found?.isServed ?? true;
  return moveRefusal({ ...appointment, onTheWayAt, arrivedAt, outcome, isServed }, moved, changes, now);
}

/** Leaves a trace of the tenants' rules that were set aside, where any were. The appointment is as it was before. */
async function traceOverride(
  tx: Query,
  { schema }: Db,
  { id: appointmentId, repairId }: Appointment,
  { offer, rules, by, override, refusal, now }: OwnMove & { by: Acting; refusal: string | undefined },
): Promise<void> {
  const horizon = isBookable(offer, rules, localDate(now)) ? undefined : "horizon";
  const aside = [refusal, horizon, override?.keptFor && "ring-fence"].filter(Boolean).join(" ");
  if (!override || aside === "") return;
  const id = newId(now);
  const event = { id, at: now, ...by, what: "rules set aside", changeId: id, repairId, appointmentId };
  await addEvent(tx, schema, { ...event, before: null, after: { rules: aside, reason: override.reason } });
}
