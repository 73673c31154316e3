import type { Db } from "#db/client.ts";
import { openComplaintAbout } from "#db/queries/complaints.ts";
import {
  countFollowers,
  type Note,
  notesOf,
  openAtHome,
  type RepairCase,
  type RepairVisit,
  repairCase,
  unfinishedAtHome,
  visitsOf,
} from "#db/queries/repair-case.ts";
import { photosOfRepairs, type RepairPhoto } from "#db/queries/repair-photos.ts";
import type { Repair } from "#db/queries/repairs.ts";
import { holdsOf, type RetentionHold } from "#db/queries/retention.ts";
import { readMark } from "./mark-home.server.ts";
import { type HappenedBy, readHistory } from "./read-history.server.ts";

/** A repair with all that is known of it. */
export interface ReadRepair extends RepairCase {
  visitRows: RepairVisit[];
  notes: Note[];
  photos: RepairPhoto[];
  followers: number;
  /** What keeps its personal details from being deleted in their time. */
  holds: RetentionHold[];
  history: HappenedBy[];
  /** Other open repairs at its home, and reports of danger from there that were begun and never sent. */
  others: Repair[];
  unfinished: number;
  /** The id of the oldest complaint about it that is not answered. */
  openComplaint: string | undefined;
  /** What was last done to the mark of its home: nobody goes there alone. */
  mark: Awaited<ReturnType<typeof readMark>>;
}

/** The repair of a reference alone; undefined where there is none. */
export function readRepairCase(db: Db, reference: string): Promise<RepairCase | undefined> {
  return repairCase(db.read, db.schema, reference);
}

/** Whether there is a repair of a reference. */
export async function isRepair(db: Db, reference: string): Promise<boolean> {
  return (await readRepairCase(db, reference)) !== undefined;
}

/** The repair of a reference with its visits, notes, photos and history; undefined where there is none. */
export async function readRepair(db: Db, reference: string): Promise<ReadRepair | undefined> {
  const { read, schema } = db;
  const found = await repairCase(read, schema, reference);
  if (!found) return undefined;
  const { id, uprn } = found.repair;
  return {
    ...found,
    visitRows: await visitsOf(read, schema, id),
    notes: await notesOf(read, schema, id),
    photos: await photosOfRepairs(read, schema, [id]),
    holds: await holdsOf(read, schema, id),
    followers: await countFollowers(read, schema, id),
    history: await readHistory(read, db, id),
    others: (await openAtHome(read, schema, uprn)).filter((repair) => repair.id !== id),
    unfinished: await unfinishedAtHome(read, schema, uprn),
    openComplaint: await openComplaintAbout(read, schema, { repairId: id }),
    mark: await readMark(db, uprn),
  };
}
