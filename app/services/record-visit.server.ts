import { localDate } from "#app/domain/local-date.ts";
import { type Choice, isBookable } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import { asOutcome, needsOfficerToClose, type Outcome, type Step, type StepRefusal, stepRefusal } from "#app/domain/visit.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { addEvent, type Repair } from "#db/queries/repairs.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { endAppointment, lockRepair, otherPurposes, type VisitCase, visitCase, writeRepairState, writeVisit } from "#db/queries/visits.ts";
import { promiseVisit } from "./promise-visit.server.ts";
import { say } from "./say.server.ts";

/** What is said of a visit. */
export interface VisitStep {
  appointmentId: string;
  step: Step;
  /** How access was tried, or why it could not be done: a code of the form (journeys/visit-forms); null for the other steps. */
  why: string | null;
  /** In the words of whoever was there, null where they said nothing. Never in the trace. */
  note: string | null;
  /** What the form was given when it was shown: sent twice, it is one ending. */
  submission: string;
  /** More work: the offer that was chosen for it; null leaves it to an officer. */
  offer: Choice | null;
  rules: Rules;
  /** A staff id, or an operative's. */
  who: string;
  /** office: an officer says it. visit: the operative does, at the home. */
  channel: "office" | "visit";
  /** When it was; `now` unless told. */
  at?: Date;
  now: Date;
}

/** `none`: there is no such appointment. `slot-gone`: the time for more work is not free any more. `booked-already`: there is such a time. */
export type VisitAnswer = { ok: true } | { ok: false; reason: StepRefusal | "none" | "slot-gone" | "booked-already" };

/** More work is another appointment of the same repair. */
const FURTHER_WORK = "further work";

/** What the trace calls each step. */
const WHAT = {
  "on-the-way": "on the way",
  arrived: "arrived",
  done: "visit done",
  "no-access": "no access",
  "more-work": "more work needed",
  "could-not": "could not be done",
} as const satisfies Record<Step, string>;

/**
 * Writes down a step of a visit, and what follows from it, in one change. An ending ends the appointment and never frees its slots; only
 * "done" can end the repair. Said again (the same form, or the same step on the way) it is as said first.
 */
export async function recordVisit(db: Db, said: VisitStep): Promise<VisitAnswer> {
  try {
    return await db.write((tx) => recordIn(tx, db, said));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    throw error;
  }
}

async function recordIn(tx: Query, db: Db, said: VisitStep): Promise<VisitAnswer> {
  const { schema } = db;
  await lockAppointment(tx, schema, said.appointmentId);
  const found = await visitCase(tx, schema, said.appointmentId);
  if (!found) return { ok: false, reason: "none" };
  const refusal = refusalOf(found, said);
  if (refusal) return refusal === "again" ? { ok: true } : { ok: false, reason: refusal };
  const { step, at = said.now } = said;
  const outcome = asOutcome(step);
  if (outcome) return end(tx, db, { ...said, ...found, outcome, at });
  await writeVisit(tx, schema, { appointmentId: said.appointmentId, ...(step === "arrived" ? { arrivedAt: at } : { onTheWayAt: at }) });
  const changeId = newId(said.now);
  await trace(tx, db, { ...said, ...found, changeId, after: {} });
  if (step === "on-the-way") await tell(tx, db, "on-the-way", { ...said, ...found, changeId });
  return { ok: true };
}

/** The key of the form that ended a visit: whoever sends another visit's does not end this one. */
const submissionOf = ({ appointmentId, submission }: VisitStep) => `${appointmentId} ${submission}`.slice(0, 200);

function refusalOf({ appointment, visit, isServed }: VisitCase, said: VisitStep): StepRefusal | "again" | undefined {
  const { status, date } = appointment;
  const { onTheWayAt = null, arrivedAt = null, outcome = null } = visit ?? {};
  const refusal = stepRefusal({ status, date, isServed, onTheWayAt, arrivedAt, outcome }, said.step, localDate(said.now));
  if (refusal !== "said") return refusal;
  return outcome === null || visit?.submission === submissionOf(said) ? "again" : "ended";
}

type Ending = VisitStep & VisitCase & { outcome: Outcome; at: Date };

/** Ends a visit. The appointment is locked; then the repair is, and the date of more work, before any slot is taken. */
async function end(tx: Query, db: Db, ending: Ending): Promise<VisitAnswer> {
  const { schema } = db;
  const { appointment, outcome, why, note, at, now } = ending;
  const repair = await lockRepair(tx, schema, appointment.repairId);
  if (!repair) return { ok: false, reason: "none" };
  const others = await otherPurposes(tx, schema, { repairId: repair.id, appointmentId: appointment.id });
  const offer = outcome === "more-work" ? ending.offer : null;
  if (offer && others.includes(FURTHER_WORK)) return { ok: false, reason: "booked-already" };

  await endAppointment(tx, schema, appointment.id);
  await writeVisit(tx, schema, { appointmentId: appointment.id, outcome, why, note, endedAt: at, submission: submissionOf(ending) });
  const changeId = newId(now);
  if (offer) await bookFurtherWork(tx, db, { ...ending, repair, offer, changeId });
  const state = stateAfter(ending, { repair, isComing: others.length > 0 || offer !== null });
  await writeRepairState(tx, schema, { repairId: repair.id, ...state });
  await trace(tx, db, { ...ending, changeId, after: { outcome, why, ...("status" in state && { repair: state.status }) } });
  if (outcome === "no-access") await tell(tx, db, "no-access", { ...ending, changeId });
  if ("status" in state) await tell(tx, db, "done", { ...ending, changeId });
  return { ok: true };
}

/** How the repair stands after a visit: done; or open, waiting for an officer unless somebody is to come again. */
function stateAfter({ outcome, channel, at }: Ending, { repair, isComing }: { repair: Repair; isComing: boolean }) {
  if (repair.status !== "open") return {};
  const mayClose = channel === "office" || !needsOfficerToClose(repair);
  if (outcome === "done" && !isComing && mayClose) return { status: "done", closedAt: at, waitsFor: null };
  return { waitsFor: isComing ? null : "officer" };
}

/** Makes the promise of more work and takes a slot for it. Throws SlotGone where nobody is free for it. */
async function bookFurtherWork(tx: Query, db: Db, { repair, offer, changeId, ...by }: Ending & { offer: Choice; changeId: string }) {
  const { rules, now } = by;
  if (!isBookable(offer, rules, localDate(now))) throw new SlotGone();
  const id = await promiseVisit(tx, db, { repairId: repair.id, purpose: FURTHER_WORK, offer, visits: 1, rules, now });
  const { who, channel } = by;
  const event = { id: newId(now), at: now, who, channel, what: "booked", changeId, repairId: repair.id, appointmentId: id };
  await addEvent(tx, db.schema, { ...event, before: null, after: { date: offer.date, window: offer.window, version: 0 } });
  await say(tx, db.schema, { kind: "booked", repairId: repair.id, appointmentId: id, date: offer.date, changeId, who, now });
}

/** Tells the tenant of a step of their visit. */
function tell(tx: Query, { schema }: Db, kind: "on-the-way" | "no-access" | "done", of: VisitStep & VisitCase & { changeId: string }) {
  const { appointment, changeId, who, now } = of;
  return say(tx, schema, { kind, repairId: appointment.repairId, appointmentId: appointment.id, changeId, who, now });
}

type Traced = VisitStep & VisitCase & { changeId: string; after: Record<string, string | null> };

async function trace(tx: Query, { schema }: Db, { step, who, channel, now, appointment, changeId, after }: Traced): Promise<void> {
  const event = { id: newId(now), at: now, who, channel, what: WHAT[step], changeId };
  const { id: appointmentId, repairId, version } = appointment;
  await addEvent(tx, schema, { ...event, repairId, appointmentId, before: null, after: { ...after, version } });
}
