import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { acknowledge } from "#db/queries/emergencies.ts";
import { stopMessages } from "#db/queries/messages.ts";
import { addEvent } from "#db/queries/repairs.ts";

/**
 * Keeps who on duty has seen an emergency, and when, and stops its messages. False where somebody had said so before: their name
 * stands. The trace says when, and not who: a name is not for ever.
 */
export function acknowledgeEmergency(db: Db, { repairId, by, now }: { repairId: string; by: string; now: Date }): Promise<boolean> {
  return db.write(async (tx) => {
    const emergency = await acknowledge(tx, db.schema, { repairId, by, now });
    if (!emergency) return false;
    await stopMessages(tx, db.schema, { repairId, kind: "emergency" });
    const id = newId(now);
    const line = { id, at: now, who: "on-duty", channel: "online", what: "acknowledged", changeId: id, repairId, appointmentId: null };
    const { version } = emergency;
    await addEvent(tx, db.schema, { ...line, before: { emergencyVersion: version - 1 }, after: { emergencyVersion: version } });
    return true;
  });
}
