import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import { datesOffered, type Offer, offersFrom } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { type Appointment, findWhoCanCome } from "#db/queries/appointments.ts";
import { type Able, findFreeSlots } from "#db/queries/slots.ts";

/** What a tenant can choose from, and what the offers depend on. */
interface Wanted extends Able {
  /** Slots of one operative that the job needs: 1 or 2. */
  visits: number;
  rules: Rules;
  /** The date by which the landlord promises the repair: later offers say so. */
  dueOn: LocalDate;
  now: Date;
}

/**
 * Every offer from the lead time to the horizon, earliest first. Empty when nobody is free. A bank holiday or a closed day is never offered
 * by itself: it has no open slots.
 */
export async function findOffers(
  db: Db,
  { trade, patchId, investigates = false, wish, priority = "", visits, rules, dueOn, now }: Wanted,
): Promise<Offer[]> {
  const dates = datesOffered(rules.booking, localDate(now));
  const free = await findFreeSlots(db.read, db.schema, { trade, patchId, investigates, wish, priority, visits, ...dates, now });
  return offersFrom(free, { windows: rules.windows, visits, dueOn });
}

/** Every other time at which an appointment's promise could be kept instead, earliest first. */
export async function findOtherTimes(
  db: Db,
  { repairId, purpose, date, window, slotsNeeded: visits }: Appointment,
  when: Pick<Wanted, "rules" | "dueOn" | "now"> & { priority?: string },
): Promise<Offer[]> {
  const able = await findWhoCanCome(db.read, db.schema, { repairId, purpose });
  if (!able?.trade) return [];
  const offers = await findOffers(db, { ...able, trade: able.trade, visits, ...when });
  return offers.filter((offer) => offer.date !== date || offer.window !== window);
}
