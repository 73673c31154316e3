import { localDate } from "#app/domain/local-date.ts";
import type { Offer } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { countToMove, type VisitToMove, visitsToMove } from "#db/queries/to-move.ts";
import { findOffers } from "./find-offers.server.ts";
import { listTakers, wantedFor } from "./give-appointment.server.ts";

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

async function waysOn(db: Db, visit: VisitToMove, when: { rules: Rules; now: Date }): Promise<ToMove> {
  const takers = await listTakers(db, visit.appointment, when);
  const wanted = await wantedFor(db.read, db, visit.appointment, when);
  const offers = wanted ? await findOffers(db, { ...wanted, dueOn: visit.repair.dueOn }) : [];
  const others = offers.filter(({ date, window }) => date !== visit.appointment.date || window !== visit.appointment.window);
  return { visit, takers, offers: others.slice(0, OFFERS) };
}
