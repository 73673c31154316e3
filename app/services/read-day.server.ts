import { type Day, dayOf } from "#app/domain/day.ts";
import type { Db } from "#db/client.ts";
import { type DayFilter, type FoundVisit, visitOf, visitsOn } from "#db/queries/day.ts";
import { photosOfRepairs, type RepairPhoto } from "#db/queries/repair-photos.ts";
import { attemptsAt, lastSaidBy, otherPurposes } from "#db/queries/visits.ts";
import { type HomeRecord, readRecords } from "./read-home.server.ts";

export type { FoundVisit, RepairPhoto };

const ofRepairs = (visits: FoundVisit[]) => visits.map(({ repair }) => repair.id);

/** A day with the photos of its repairs, and what is kept of its homes. Three statements, however many visits. */
export async function readDay(db: Db, filter: DayFilter): Promise<Day<FoundVisit> & { photos: RepairPhoto[]; records: HomeRecord[] }> {
  const visits = await visitsOn(db.read, db.schema, filter);
  const photos = await photosOfRepairs(db.read, db.schema, ofRepairs(visits));
  const records = await readRecords(db, { uprns: visits.map(({ home }) => home.uprn), today: filter.date });
  return { ...dayOf(visits), photos, records };
}

/**
 * One visit with what is kept of its home, and what belongs to its repair: photos, every visit that has ended (the first first), and the purposes of its other appointments
 * that are still to come; and who said the last thing of it. Undefined where there is no such appointment.
 */
export async function readVisit(db: Db, appointmentId: string) {
  const found = await visitOf(db.read, db.schema, appointmentId);
  if (!found) return undefined;
  const photos = await photosOfRepairs(db.read, db.schema, ofRepairs([found]));
  const ids = { repairId: found.repair.id, appointmentId };
  const attempts = await attemptsAt(db.read, db.schema, ids.repairId);
  const others = await otherPurposes(db.read, db.schema, ids);
  const records = await readRecords(db, { uprns: [found.home.uprn], today: found.appointment.date });
  return { ...found, photos, records, attempts, others, saidBy: await lastSaidBy(db.read, db.schema, ids) };
}
