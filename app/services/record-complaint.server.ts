import { answerDate, complaintDates } from "#app/domain/complaint.ts";
import { localDate } from "#app/domain/local-date.ts";
import { readReference } from "#app/domain/reference.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import {
  addComplaint,
  type Complaint,
  complaintOf,
  knownHome,
  writeAcknowledged,
  writeAnswered,
  writeComplaintWords,
} from "#db/queries/complaints.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { readRepairCase } from "./read-repair.server.ts";
import { readBankHolidays } from "./read-rules.server.ts";
import { runningIn } from "./running-call.server.ts";

interface Step {
  who: string;
  channel: string;
  now: Date;
}

interface Recording extends Step {
  /** What it is about, as the form says: a repair's reference, or a home's UPRN; the home of the call that goes on where neither is one. */
  reference: string;
  uprn: string;
  submission: string;
  nation: string;
}

/**
 * Records that somebody was not content, with the dates by which the law asks for an answer. Answers with its id: that of the first time
 * where the form was sent twice.
 */
export async function recordComplaint(db: Db, { reference, uprn, submission, nation, ...by }: Recording): Promise<string> {
  const { schema } = db;
  const found = await readRepairCase(db, readReference(reference) ?? "");
  const dates = complaintDates(localDate(by.now), await readBankHolidays(db, nation));
  return db.write(async (tx) => {
    const call = (await runningIn(tx, db, { staffId: by.who, now: by.now }))?.call;
    const row = {
      ...{ id: newId(by.now), submission: submission.slice(0, 100), ...dates, at: by.now, heardBy: by.who, callId: call?.id ?? null },
      ...{ repairId: found?.repair.id ?? null, uprn: found?.repair.uprn ?? (await knownHome(tx, schema, uprn)) ?? call?.uprn ?? null },
      ...{ acknowledgedAt: null, acknowledgedBy: null, answeredAt: null, answeredBy: null },
    };
    if (!(await addComplaint(tx, schema, row))) return (await complaintOf(tx, schema, row.submission)) ?? "";
    await traceComplaint(tx, db, row, { ...by, what: "complaint recorded", after: { acknowledgeBy: row.acknowledgeBy } });
    return row.id;
  });
}

interface Trace extends Step {
  what: string;
  after: Record<string, string> | null;
}

async function traceComplaint(tx: Query, { schema }: Db, { id, repairId }: Complaint, { now, what, after, who, channel }: Trace) {
  const event = { id: newId(now), at: now, who, channel, what, changeId: id, repairId, appointmentId: null };
  await addEvent(tx, schema, { ...event, before: null, after: { complaint: id, ...after } });
}

/** Keeps what was said, in the agent's words: beside the complaint, and never in the trace. */
export function writeComplaint(db: Db, row: { complaintId: string; words: string }): Promise<void> {
  return db.write((tx) => writeComplaintWords(tx, db.schema, row));
}

interface Acknowledging extends Step {
  complaintId: string;
  nation: string;
}

/** Says that the tenant was told that we have it: the answer is due from then. False where somebody has said so. */
export async function acknowledgeComplaint(db: Db, { complaintId: id, nation, ...by }: Acknowledging): Promise<boolean> {
  const answerBy = answerDate(localDate(by.now), await readBankHolidays(db, nation));
  return db.write(async (tx) => {
    const changed = await writeAcknowledged(tx, db.schema, { id, who: by.who, answerBy, now: by.now });
    if (changed) await traceComplaint(tx, db, changed, { ...by, what: "complaint acknowledged", after: { answerBy } });
    return changed !== undefined;
  });
}

/** Says that it is answered: it holds nothing any more. False where it is not acknowledged, or answered already. */
export function answerComplaint(db: Db, { complaintId: id, ...by }: Omit<Acknowledging, "nation">): Promise<boolean> {
  return db.write(async (tx) => {
    const changed = await writeAnswered(tx, db.schema, { id, who: by.who, now: by.now });
    if (changed) await traceComplaint(tx, db, changed, { ...by, what: "complaint answered", after: null });
    return changed !== undefined;
  });
}
