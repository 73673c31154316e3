import { localDate } from "#app/domain/local-date.ts";
import type { Offer } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { countToMove, type VisitToMove, visitsToMove } from "#db/queries/to-move.ts";
import { findOtherTimes } from "./find-offers.server.ts";
import { giveVisits, listTakers } from "./give-appointment.server.ts";
import { firstServed } from "./settle-visits.server.ts";

/** A visit that needs moving: who could come instead in the same window, the best first, and the soonest other times. */
export interface ToMove {
  visit: VisitToMove;
  takers: { id: string; name: string }[];
  offers: Offer[];
}

/** A page of visits is as many as an officer can settle in a sitting. */
const A_PAGE = 20;
const OFFERS = 3;

/** How many booked visits, from today on, nobody comes to. */
export function countVisitsToMove(db: Db, now: Date): Promise<number> {
  return countToMove(db.read, db.schema, localDate(now));
}

/** The soonest visits that need moving with what can be done about each, and how many more there are. */
export async function readToMove(db: Db, when: { rules: Rules; now: Date }): Promise<{ visits: ToMove[]; more: number }> {
  const all = await visitsToMove(db.read, db.schema, localDate(when.now));
  const visits: ToMove[] = [];
  for (const visit of all.slice(0, A_PAGE)) visits.push(await waysOn(db, visit, when));
  return { visits, more: all.length - visits.length };
}

/**
 * Gives every visit that needs moving, from today on, to whoever is able and free in the same window, in one change. Answers with how many
 * went; the others stay as they are.
 */
export async function giveAllToMove(db: Db, giving: { rules: Rules; who: string; now: Date }): Promise<number> {
  const visits = (await visitsToMove(db.read, db.schema, localDate(giving.now))).sort(firstServed);
  const { changed } = await giveVisits(db, { slotIds: visits.map(({ slotId }) => slotId), ...giving });
  return changed.length;
}

async function waysOn(db: Db, visit: VisitToMove, when: { rules: Rules; now: Date }): Promise<ToMove> {
  const takers = await listTakers(db, visit.appointment, when);
  const offers = await findOtherTimes(db, visit.appointment, { ...when, dueOn: visit.repair.dueOn });
  return { visit, takers, offers: offers.slice(0, OFFERS) };
}
