import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { acknowledge } from "#db/queries/emergencies.ts";
import { stopMessages } from "#db/queries/messages.ts";
import { addEvent } from "#db/queries/repairs.ts";

interface Seen {
  repairId: string;
  /** The name of whoever has seen it. */
  by: string;
  /** A staff id, or an operative's, and by what channel; whoever is on duty, online, unless told. */
  who?: string;
  channel?: string;
  now: Date;
}

/**
 * Keeps who on duty has seen an emergency, and when, and stops its messages. False where somebody had said so before: their name
 * stands. The trace says when, and not who: a name is not for ever.
 */
export function acknowledgeEmergency(db: Db, seen: Seen): Promise<boolean> {
  return db.write((tx) => acknowledgeIn(tx, db, seen));
}

/** The same, as part of a change. */
export async function acknowledgeIn(
  tx: Query,
  { schema }: Db,
  { repairId, by, who = "on-duty", channel = "online", now }: Seen,
): Promise<boolean> {
  const emergency = await acknowledge(tx, schema, { repairId, by, now });
  if (!emergency) return false;
  await stopMessages(tx, schema, { repairId, kinds: ["emergency"] });
  const id = newId(now);
  const line = { id, at: now, who, channel, what: "acknowledged", changeId: id, repairId, appointmentId: null };
  const { version } = emergency;
  await addEvent(tx, schema, { ...line, before: { emergencyVersion: version - 1 }, after: { emergencyVersion: version } });
  return true;
}
