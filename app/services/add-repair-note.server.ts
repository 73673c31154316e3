import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addNote } from "#db/queries/repair-case.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { mayWriteBeside } from "#db/queries/retention.ts";

interface Noting {
  repairId: string;
  words: string;
  /** A staff id. */
  who: string;
  /** "office" unless told. */
  channel?: string;
  /** What the form was given when it was shown: sent twice, it is one note. */
  submission: string;
  now: Date;
}

/** Adds a note of staff to a repair. The trace says that there is one, never its words. False where the repair's details have been deleted. */
export function addRepairNote(db: Db, { repairId, words, who, channel = "office", submission, now }: Noting): Promise<boolean> {
  return db.write(async (tx) => {
    if (!(await mayWriteBeside(tx, db.schema, repairId))) return false;
    const isNew = await addNote(tx, db.schema, { id: `${repairId}-${submission}`.slice(0, 100), repairId, at: now, who, words });
    if (isNew) await traceNote(tx, db, { repairId, who, channel, now });
    return true;
  });
}

async function traceNote(
  tx: Query,
  { schema }: Db,
  { repairId, who, channel, now }: Required<Pick<Noting, "repairId" | "who" | "channel" | "now">>,
) {
  const id = newId(now);
  const event = { id, at: now, who, channel, what: "note added", changeId: id, appointmentId: null };
  await addEvent(tx, schema, { ...event, repairId, before: null, after: null });
}
