import type { Landlord } from "#app/domain/landlord.ts";
import { cutOffOf } from "#app/domain/own-visit.ts";
import type { Rules } from "#app/domain/rules.ts";
import { stillWaits } from "#app/domain/sooner.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { endWish, findWaiting, lockWaiting, type SoonerOffer, soonerOfferOf, type Waiting } from "#db/queries/sooner.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { lockRepair, writeRepairState } from "#db/queries/visits.ts";
import { closeSoonerOffer } from "./end-sooner.server.ts";
import { moveIn, promised } from "./move-appointment.server.ts";
import { promiseVisit } from "./promise-visit.server.ts";
import { say } from "./say.server.ts";

/** An answer to the offer with this id, of this repair. */
interface Answering {
  offerId: string;
  repairId: string;
  now: Date;
}

interface Accepting extends Answering {
  rules: Rules;
  changes: Landlord["visitChanges"];
}

/** `accepted`: it is theirs, and what they had is free. `gone`: nobody can come then any more, or the offer has ended; what they had stands. */
export type AcceptedAnswer = "accepted" | "gone";

/**
 * Takes a sooner time that was offered, in one change: it becomes the repair's visit, and the slots of the visit before are free. Said twice it
 * is said once. As long as nobody else was offered it, it is not too late: where its hold has lapsed it is taken anew.
 */
export async function acceptSooner(db: Db, accepting: Accepting): Promise<AcceptedAnswer> {
  try {
    return await db.write((tx) => acceptIn(tx, db, accepting));
  } catch (error) {
    if (!(error instanceof SlotGone)) throw error;
    await closeOpen(db, { ...accepting, outcome: "gone", who: "system" });
    return "gone";
  }
}

async function acceptIn(tx: Query, db: Db, { offerId, repairId, rules, changes, now }: Accepting): Promise<AcceptedAnswer> {
  const { schema } = db;
  const seen = await lockWaiting(tx, schema, { repairId });
  if (seen?.open?.id !== offerId) return wasAccepted(await soonerOfferOf(tx, schema, { id: offerId, repairId }));
  const { appointmentId } = seen.wish;
  if (appointmentId !== null) await lockAppointment(tx, schema, appointmentId);
  else await lockRepair(tx, schema, repairId);
  const [waiting] = await findWaiting(tx, schema, { wishId: seen.wish.id });
  const offer = waiting?.open;
  if (!waiting || !offer || !stillWaits(waiting.wish, waiting, now)) return "gone";
  const words = promised(offer, rules.windows, waiting.repair.language);
  if (!words || now >= cutOffOf(words, changes)) throw new SlotGone();
  // Its date is before the date of the visit they have, so the days are locked in their order.
  await closeSoonerOffer(tx, db, { repairId, offer, outcome: "accepted", who: "tenant", now });
  await promiseInstead(tx, db, { waiting, offer, rules, now });
  await endWish(tx, schema, { id: waiting.wish.id, now });
  return "accepted";
}

const wasAccepted = (offer: SoonerOffer | undefined): AcceptedAnswer => (offer?.outcome === "accepted" ? "accepted" : "gone");

/** The move is not counted as one of the tenant's own: the landlord has offered it. */
async function promiseInstead(
  tx: Query,
  db: Db,
  { waiting, offer: { date, window }, rules, now }: { waiting: Waiting; offer: SoonerOffer; rules: Rules; now: Date },
): Promise<void> {
  const { wish, repair, problem } = waiting;
  const offer = { date, window };
  if (wish.appointmentId !== null) {
    const by = { who: "system", channel: "online" };
    const moved = await moveIn(tx, db, { appointmentId: wish.appointmentId, offer, rules, ...by, now });
    if (!moved.ok) throw new SlotGone();
    return;
  }
  const visit = { repairId: repair.id, purpose: "repair", offer, visits: problem.visits, rules, now };
  const appointmentId = await promiseVisit(tx, db, visit);
  await writeRepairState(tx, db.schema, { repairId: repair.id, waitsFor: null });
  const id = newId(now);
  const event = { id, at: now, who: "tenant", channel: "online", what: "booked", changeId: id, repairId: repair.id, appointmentId };
  await addEvent(tx, db.schema, { ...event, before: null, after: { ...offer, version: 0 } });
  const told = { repairId: repair.id, appointmentId, date: offer.date, changeId: id, who: "tenant", now };
  await say(tx, db.schema, { kind: "booked", ...told });
}

/** Lets a time that was offered go to the next; they go on waiting. Where it has ended already, nothing changes. */
export function declineSooner(db: Db, answering: Answering): Promise<void> {
  return closeOpen(db, { ...answering, outcome: "declined", who: "tenant" });
}

function closeOpen(db: Db, { offerId, repairId, ...closing }: Answering & { outcome: "declined" | "gone"; who: string }): Promise<void> {
  return db.write(async (tx) => {
    const waiting = await lockWaiting(tx, db.schema, { repairId });
    const offer = waiting?.open;
    if (offer?.id === offerId) await closeSoonerOffer(tx, db, { repairId, offer, ...closing });
  });
}
