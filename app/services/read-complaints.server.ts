import type { Db } from "#db/client.ts";
import { type ComplaintCase, complaintCase, countUnacknowledged, listComplaints } from "#db/queries/complaints.ts";
import { listStaff } from "#db/queries/staff.ts";

export type { ComplaintCase } from "#db/queries/complaints.ts";

/** Complaints of a list, and how many of all nobody has acknowledged. */
export async function readComplaints(db: Db, asked: { isAnswered: boolean; most: number }) {
  return {
    cases: await listComplaints(db.read, db.schema, asked),
    unacknowledged: await countUnacknowledged(db.read, db.schema),
  };
}

/** One complaint with the names of staff by their ids; undefined where there is none. */
export async function readComplaint(db: Db, id: string): Promise<(ComplaintCase & { names: Map<string, string> }) | undefined> {
  const found = await complaintCase(db.read, db.schema, id);
  if (!found) return undefined;
  return { ...found, names: new Map((await listStaff(db.read, db.schema)).map((each) => [each.id, each.name])) };
}
