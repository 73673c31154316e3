import { localDate } from "#app/domain/local-date.ts";
import { asOutcome, mayTakeBack } from "#app/domain/visit.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { lockRepair, otherPurposes, reopenAppointment, visitCase, writeRepairState, writeVisit } from "#db/queries/visits.ts";
import { unsay } from "./say.server.ts";

interface TakingBack {
  appointmentId: string;
  /** A staff id. */
  who: string;
  now: Date;
}

/**
 * Takes back how a visit ended, which was said by mistake: the appointment stands again with the slots it kept, and so does the repair. On its
 * own day only, and not where another visit has been promised since instead. False: nothing has changed.
 */
export function takeBackVisit(db: Db, { appointmentId, who, now }: TakingBack): Promise<boolean> {
  const { schema } = db;
  return db.write(async (tx) => {
    const seen = await visitCase(tx, schema, appointmentId);
    const repair = seen && (await lockRepair(tx, schema, seen.repair.id));
    const found = repair && (await visitCase(tx, schema, appointmentId));
    if (!found) return false;
    const { id: repairId, status } = repair;
    const others = await otherPurposes(tx, schema, { repairId, appointmentId });
    const { date, purpose } = found.appointment;
    const outcome = asOutcome(found.visit?.outcome);
    if (!mayTakeBack({ outcome, date, purpose, others, repairStatus: status }, localDate(now)) || !outcome) return false;
    await reopenAppointment(tx, schema, appointmentId);
    await writeVisit(tx, schema, { appointmentId, ...{ outcome: null, why: null, note: null, endedAt: null, submission: null } });
    await writeRepairState(tx, schema, { repairId, status: "open", closedAt: null, waitsFor: null });
    const id = newId(now);
    const event = { id, at: now, who, channel: "office", what: "taken back", changeId: id, repairId, appointmentId };
    await addEvent(tx, schema, { ...event, before: { outcome, repair: status }, after: { outcome: null, repair: "open" } });
    await unsay(tx, schema, { repairId, appointmentId });
    return true;
  });
}
