import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addOpening, type Opening } from "#db/queries/openings.ts";

/** What somebody of staff opened, was refused, or took away as a file. */
export type Opened = Pick<Opening, "who" | "what"> & Partial<Pick<Opening, "uprn" | "repairId" | "file" | "health">>;

/** Records one opening, for good, before its page is answered: what cannot be recorded is not shown. */
export function recordOpening(db: Db, opened: Opened, now: Date): Promise<void> {
  const row = { id: newId(now), at: now, uprn: null, repairId: null, file: null, health: false, ...opened };
  return db.write((tx) => addOpening(tx, db.schema, row));
}
