import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { operativeNames } from "#db/queries/slot-page.ts";
import { findTakers } from "#db/queries/take-slots.ts";
import { type VisitToMove, visitsToMoveAmong } from "#db/queries/to-move.ts";
import { giveIn, wantedFor } from "./give-appointment.server.ts";

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
const firstServed = (a: VisitToMove, b: VisitToMove) =>
  Number(b.repair.hazard !== null) - Number(a.repair.hazard !== null) || (a.repair.dueOn < b.repair.dueOn ? -1 : 1);

/**
 * Settles the visits whose slots a change has closed, within it: each goes to whoever is able and free in the same window of the same date, or
 * stays as it is and needs moving. Throws SlotGone where somebody was faster, which undoes the whole change.
 */
export async function settleVisits(tx: Query, db: Db, { appointmentIds, give, ...change }: Settling): Promise<Settled> {
  const visits = (await visitsToMoveAmong(tx, db.schema, appointmentIds)).sort(firstServed);
  const settled: { visit: VisitToMove; operativeId: string }[] = [];
  const left: VisitToMove[] = [];
  for (const visit of visits) {
    const operativeId = give ? await firstTaker(tx, db, visit, change) : undefined;
    if (operativeId === undefined) left.push(visit);
    else settled.push({ visit, operativeId });
  }
  const ids = settled.map(({ operativeId }) => operativeId);
  const names = await operativeNames(tx, db.schema, ids);
  return { given: settled.map(({ visit, operativeId }) => ({ visit, operative: names.get(operativeId) ?? operativeId })), left };
}

/** Gives a visit to the best of those who can take it; undefined where there is none. */
async function firstTaker(tx: Query, db: Db, { appointment }: VisitToMove, change: Omit<Settling, "appointmentIds" | "give">) {
  const wanted = await wantedFor(tx, db, appointment, change);
  const [operativeId] = wanted ? await findTakers(tx, db.schema, wanted) : [];
  if (operativeId === undefined) return undefined;
  const answer = await giveIn(tx, db, { appointmentId: appointment.id, operativeId, ...change });
  return answer.ok ? operativeId : undefined;
}

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
