import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { countCall } from "#db/queries/calls.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { lockRepair } from "#db/queries/visits.ts";
import { setWorse } from "./tell-more.server.ts";

interface Chase {
  callId: string;
  repairId: string;
  /** The caller says that it has got worse. */
  worse: boolean;
  staffId: string;
  now: Date;
}

/**
 * Counts a call in at a repair that is reported already: somebody asks how it stands. Where it has got worse and is open, an officer looks.
 * Sent twice it is counted once.
 */
export function addCallToRepair(db: Db, { callId, repairId, worse, staffId, now }: Chase): Promise<void> {
  const { schema } = db;
  return db.write(async (tx) => {
    const repair = await lockRepair(tx, schema, repairId);
    if (!repair || !(await countCall(tx, schema, { id: callId, reason: "chase", repairId }))) return;
    if (worse && repair.status === "open") await setWorse(tx, schema, repair);
    const id = newId(now);
    const event = { id, at: now, who: staffId, channel: "phone", what: "chased", changeId: id, repairId, appointmentId: null };
    await addEvent(tx, schema, { ...event, before: null, after: { worse: worse ? "yes" : "no" } });
  });
}
