import { type Day, dayOf } from "#app/domain/day.ts";
import type { Db } from "#db/client.ts";
import { type DayFilter, type FoundVisit, visitOf, visitsOn } from "#db/queries/day.ts";
import { photosOfRepairs, type RepairPhoto } from "#db/queries/repair-photos.ts";
import { attemptsAt, lastSaidBy, otherPurposes } from "#db/queries/visits.ts";

export type { FoundVisit, RepairPhoto };

const ofRepairs = (visits: FoundVisit[]) => visits.map(({ repair }) => repair.id);

/** A day with the photos of its repairs. Two statements, however many visits. */
export async function readDay(db: Db, filter: DayFilter): Promise<Day<FoundVisit> & { photos: RepairPhoto[] }> {
  const visits = await visitsOn(db.read, db.schema, filter);
  return { ...dayOf(visits), photos: await photosOfRepairs(db.read, db.schema, ofRepairs(visits)) };
}

/**
 * One visit with what belongs to its repair: photos, every visit that has ended (the first first), and the purposes of its other appointments
 * that are still to come; and who said the last thing of it. Undefined where there is no such appointment.
 */
export async function readVisit(db: Db, appointmentId: string) {
  const found = await visitOf(db.read, db.schema, appointmentId);
  if (!found) return undefined;
  const photos = await photosOfRepairs(db.read, db.schema, ofRepairs([found]));
  const ids = { repairId: found.repair.id, appointmentId };
  const attempts = await attemptsAt(db.read, db.schema, ids.repairId);
  const others = await otherPurposes(db.read, db.schema, ids);
  return { ...found, photos, attempts, others, saidBy: await lastSaidBy(db.read, db.schema, ids) };
}
