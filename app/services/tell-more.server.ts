import { type Acting, TENANT } from "#app/domain/acting.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addNote, notesOf } from "#db/queries/repair-case.ts";
import { addEvent, type Repair } from "#db/queries/repairs.ts";
import { lockRepair, writeRepairState } from "#db/queries/visits.ts";

interface Telling {
  repairId: string;
  words: string;
  worse: boolean;
  /** The tenant, unless somebody else tells it for them. */
  by?: Acting;
  /** What the form was given when it was shown: sent twice, it is told once. */
  submission: string;
  now: Date;
}

/** Waiting for whoever is on duty, or for a decision that the tenant asked for, goes before a look. */
const FIRST = ["emergency", "cancel"];

/** Keeps what a tenant adds to an open repair beside it, for staff and for whoever comes. Where it has got worse it waits for an officer to look. */
export function tellMore(db: Db, { repairId, words, worse, by = TENANT, submission, now }: Telling): Promise<void> {
  const { schema } = db;
  return db.write(async (tx) => {
    const repair = await lockRepair(tx, schema, repairId);
    const note = { id: `${repairId}-${TENANT.who}-${submission}`.slice(0, 100), repairId, at: now, who: by.who, words };
    if (repair?.status !== "open" || !(await addNote(tx, schema, note))) return;
    if (worse) await setWorse(tx, schema, repair);
    const id = newId(now);
    const event = { id, at: now, ...by, what: "told more", changeId: id, repairId, appointmentId: null };
    await addEvent(tx, schema, { ...event, before: null, after: { worse: worse ? "yes" : "no" } });
  });
}

/** Lets an open repair that has got worse wait for an officer to look. It is locked by the caller. */
export async function setWorse(
  tx: Query,
  schema: Db["schema"],
  { id: repairId, waitsFor }: Pick<Repair, "id" | "waitsFor">,
): Promise<void> {
  if (!FIRST.includes(waitsFor ?? "")) await writeRepairState(tx, schema, { repairId, waitsFor: "worse" });
}

/** What the tenant has added to a repair, the first first. */
export async function readTold(db: Db, repairId: string): Promise<string[]> {
  const notes = await notesOf(db.read, db.schema, repairId);
  return notes.flatMap(({ who, words }) => (who === TENANT.who ? [words] : [])).reverse();
}
