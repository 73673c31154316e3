import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { operativeNames } from "#db/queries/slot-page.ts";
import { type VisitToMove, visitsToMoveAmong } from "#db/queries/to-move.ts";
import { type Gift, giveOne, traceGifts } from "./give-appointment.server.ts";

interface Settling {
  /** Appointments whose slots were closed. Their dates are locked by the caller, and they too but for those that were booked meanwhile. */
  appointmentIds: readonly string[];
  /** Whether visits that others can take in the same window go to them. */
  give: boolean;
  rules: Rules;
  /** A staff id. */
  who: string;
  now: Date;
  changeId: string;
}

/** What became of visits that lost their operative: they went to somebody else (by name), or need moving. */
export interface Settled {
  given: { visit: VisitToMove; operative: string }[];
  left: VisitToMove[];
}

/** Where there are fewer operatives than visits, a hazard goes first, then what was promised soonest. */
export const firstServed = (a: VisitToMove, b: VisitToMove) =>
  Number(b.repair.hazard !== null) - Number(a.repair.hazard !== null) || (a.repair.dueOn < b.repair.dueOn ? -1 : 1);

/**
 * Settles the visits whose slots a change has closed, within it: each goes to whoever is able and free in the same window of the same date, or
 * stays as it is and needs moving. Throws SlotGone where somebody was faster, which undoes the whole change.
 */
export async function settleVisits(tx: Query, db: Db, { appointmentIds, give, ...change }: Settling): Promise<Settled & { gifts: Gift[] }> {
  const visits = (await visitsToMoveAmong(tx, db.schema, appointmentIds)).sort(firstServed);
  const settled: { visit: VisitToMove; gift: Gift }[] = [];
  const left: VisitToMove[] = [];
  for (const visit of visits) {
    const gift = give ? await giveOne(tx, db, visit.appointment, change) : undefined;
    if (gift) settled.push({ visit, gift });
    else left.push(visit);
  }
  const gifts = settled.map(({ gift }) => gift);
  await traceGifts(tx, db, { gifts, ...change });
  const names = await operativeNames(
    tx,
    db.schema,
    gifts.map(({ to }) => to),
  );
  return { gifts, left, given: settled.map(({ visit, gift: { to } }) => ({ visit, operative: names.get(to) ?? to })) };
}

/** Whose slots are, each once, in the order in which appointments are locked. */
export const holdersOf = (slots: readonly { appointmentId: string | null }[]): string[] =>
  [...new Set(slots.flatMap(({ appointmentId }) => appointmentId ?? []))].sort();

/** Leaves a trace of each visit that a change has left without its operative. */
export async function traceLeft(
  tx: Query,
  { schema }: Db,
  { left, who, now: at, changeId }: Pick<Settling, "who" | "now" | "changeId"> & Pick<Settled, "left">,
): Promise<void> {
  for (const { appointment, slotId } of left) {
    const about = { repairId: appointment.repairId, appointmentId: appointment.id, before: null, after: { slotId } };
    await addEvent(tx, schema, { id: newId(at), at, who, channel: "office", what: "needs moving", changeId, ...about });
  }
}
