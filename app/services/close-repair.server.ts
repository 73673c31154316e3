import { awaitsClosing } from "#app/domain/visit.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { attemptsAt, lockRepair, visitCase, writeRepairState } from "#db/queries/visits.ts";
import { say } from "./say.server.ts";

interface Closing {
  /** The visit at which the work was done, as the operative says. */
  appointmentId: string;
  /** A staff id. */
  who: string;
  now: Date;
}

/**
 * An officer says that a repair is done of which the operative only may say so: damp, mould, leaks and safety (domain/visit). The trace keeps
 * how many visits there had been. False where it does not wait for that, or not any more: nothing has changed.
 */
export function closeRepair(db: Db, { appointmentId, who, now }: Closing): Promise<boolean> {
  const { schema } = db;
  return db.write(async (tx) => {
    const seen = await visitCase(tx, schema, appointmentId);
    const repair = seen && (await lockRepair(tx, schema, seen.repair.id));
    if (!repair || !awaitsClosing({ outcome: seen.visit?.outcome ?? null, repair })) return false;
    const { id: repairId, status, version } = repair;
    const attempts = await attemptsAt(tx, schema, repairId);
    await writeRepairState(tx, schema, { repairId, status: "done", closedAt: now, waitsFor: null });
    const id = newId(now);
    const event = { id, at: now, who, channel: "office", what: "repair closed", changeId: id, repairId, appointmentId };
    await addEvent(tx, schema, { ...event, before: { status }, after: { status: "done", visits: attempts.length, version } });
    await say(tx, schema, { kind: "done", repairId, appointmentId, changeId: id, who, now });
    return true;
  });
}
