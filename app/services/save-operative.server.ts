import type { OperativeDetails } from "#app/domain/operative.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addOperativeRow, contractorCalled, lockOperative, writeOperative } from "#db/queries/operatives.ts";
import { addEvent } from "#db/queries/repairs.ts";

interface Saving extends OperativeDetails {
  /** The operative and the version that the page saw; undefined for a new one. A contractor that is not there is made. */
  existing: { id: string; version: number } | undefined;
  /** A staff id. */
  who: string;
  now: Date;
}

/** Adds or changes an operative. Answers with the id; undefined where somebody has changed the operative since, and nothing is written. */
export function saveOperative(db: Db, { existing, contractor, who, now, ...details }: Saving): Promise<string | undefined> {
  return db.write(async (tx) => {
    const id = existing?.id ?? newId(now);
    if (existing && !(await lockOperative(tx, db.schema, existing))) return undefined;
    const contractorId = await contractorCalled(tx, db.schema, { name: contractor, id: newId(now) });
    const { name, investigates } = details;
    if (!existing) await addOperativeRow(tx, db.schema, { id, name, contractorId, investigates });
    await writeOperative(tx, db.schema, { id, contractorId, ...details });
    const line = { id: newId(now), at: now, who, channel: "office", changeId: id, repairId: null, appointmentId: null };
    await addEvent(tx, db.schema, {
      ...line,
      what: existing ? "operative changed" : "operative added",
      before: null,
      after: { operativeId: id },
    });
    return id;
  });
}
