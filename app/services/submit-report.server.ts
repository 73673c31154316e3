import { tenureDiffers } from "#app/domain/home.ts";
import { USUAL_LIMITS } from "#app/domain/limits.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Due } from "#app/domain/target.ts";
import { wishOf } from "#app/domain/wish.ts";
import type { ReportAnswers } from "#app/journeys/report.ts";
import { contactOf } from "#app/journeys/report-contact.ts";
import { type CallReason, isChosenOnline } from "#app/journeys/report-facts.ts";
import { isShared } from "#app/journeys/report-places.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { countCall } from "#db/queries/calls.ts";
import { lockDays } from "#db/queries/days.ts";
import { keepTyped, lockDraftOn } from "#db/queries/drafts.ts";
import { addEmergency } from "#db/queries/emergencies.ts";
import { confirmHold } from "#db/queries/holds.ts";
import { type Home, lockHome } from "#db/queries/homes.ts";
import { addMessage } from "#db/queries/messages.ts";
import { givePhotos } from "#db/queries/photos.ts";
import { addAppointment, addContact, addEvent, addRepair, addVisitNeeds, openUnproven, submitted } from "#db/queries/repairs.ts";
import { heldSlots } from "#db/queries/slots.ts";
import { freeSlotsOf, SlotGone, takeForAppointment } from "#db/queries/take-slots.ts";
import { promised } from "./move-appointment.server.ts";
import { newReference } from "./new-reference.server.ts";
import { ableFor, isEmergency, type JobProblem } from "./report-outlook.server.ts";
import { say } from "./say.server.ts";

/** What a repair without an appointment waits for. */
const WAITS_FOR: Readonly<Record<CallReason, string>> = {
  identity: "identity",
  plan: "plan",
  officer: "officer",
  "contact-us": "call",
  "no-slots": "call",
  "none-suit": "call",
};

/** A report with every answer given, and what it comes to. */
export interface Report {
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  language: string;
  answers: Pick<ReportAnswers, "who" | "person" | "place" | "tenure" | "describe" | "household" | "help" | "contact" | "call-back">;
  home: Home;
  problem: JobProblem;
  rules: Rules;
  due: Due;
  /** What was chosen, why there is no appointment, or an emergency (of this kind) for whoever is on duty. */
  outcome: { offer: { date: LocalDate; window: string } } | { call: CallReason } | { emergency: string | null };
  /** Open repairs that a home may have which nobody has shown to be real; the landlord's usual number unless told. */
  mostRepairs?: number;
  /** Left out where the tenant reports it online. */
  call?: ReportedOn;
  now: Date;
}

/** The call that a repair is reported on, the agent who takes it, and whether the caller has shown who they are. */
interface ReportedOn {
  id: string;
  staffId: string;
  isKnown: boolean;
}

export type SubmitAnswer =
  | { ok: true; reference: string }
  | { ok: false; reason: "slot-gone" | "not-bookable" | "please-call" | "no-draft" };

/**
 * Turns a report into a repair, with its appointment where one was chosen. On disk before it answers. Sending it again answers as the
 * first time. A hold that lapsed is still the draft's own, or the same offer is taken again; if nobody is free: "slot-gone", nothing changed. What
 * is not for the public to book is refused whatever was held: "not-bookable"; so is one repair too many at a home: "please-call".
 */
export async function submitReport(db: Db, submission: Report): Promise<SubmitAnswer> {
  try {
    return await db.write((tx) => submitIn(tx, db, submission));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    throw error;
  }
}

async function submitIn(tx: Query, { schema }: Db, submission: Report): Promise<SubmitAnswer> {
  const { draftId, device, now, outcome } = submission;
  const draft = await lockDraftOn(tx, schema, { id: draftId, device });
  if (!draft) return { ok: false, reason: "no-draft" };
  const before = await submitted(tx, schema, draftId);
  if (before) return { ok: true, reference: before.repair.reference };
  const refusal = await refusalOf(tx, schema, submission);
  if (refusal) return { ok: false, reason: refusal };

  const held = await heldSlots(tx, schema, draftId);
  const wanted = "offer" in outcome ? [outcome.offer.date] : [];
  await lockDays(tx, schema, [...wanted, ...held.map(({ date }) => date)]);

  const repairId = newId(now);
  const reference = await raise(tx, schema, { ...submission, repairId });
  await givePhotos(tx, schema, { draftId, repairId });
  if ("offer" in outcome) await book(tx, schema, { ...submission, repairId, offer: outcome.offer });
  else if (held.length > 0) await freeSlotsOf(tx, schema, { draftId });
  if (!("offer" in outcome)) await say(tx, schema, { kind: "reported", repairId, changeId: repairId, who: "tenant", now });
  if ("emergency" in outcome) await tellOnDuty(tx, schema, { repairId, kind: outcome.emergency, now });
  if (submission.call) await countCall(tx, schema, { id: submission.call.id, reason: "new", repairId });
  // What was typed lives with the repair now: the draft keeps no second copy of it.
  await keepTyped(tx, schema, { id: draftId, typed: {}, now });
  return { ok: true, reference };
}

/** What the journey says with a page of its own, asked again where it counts. Emergencies are never refused. */
async function refusalOf(tx: Query, schema: Db["schema"], { home, problem, outcome, mostRepairs = USUAL_LIMITS.repairsAHome }: Report) {
  if ("offer" in outcome && !isChosenOnline(problem)) return "not-bookable";
  const isMarked = await lockHome(tx, schema, home.uprn);
  if ("offer" in outcome && isMarked) return "not-bookable";
  const isFull = !isEmergency(problem) && (await openUnproven(tx, schema, home.uprn)) >= mostRepairs;
  return isFull ? "please-call" : undefined;
}

type Raised = Report & { repairId: string };

/** Writes the repair, who reported it, and the first line of its trace. Answers with its reference. */
async function raise(
  tx: Query,
  schema: Db["schema"],
  { repairId, draftId, home, problem, due, outcome, ...report }: Raised,
): Promise<string> {
  const { now, language, answers, call } = report;
  const { location, problem: wording, detail, code, trade, hazard } = problem;
  const repair = {
    id: repairId,
    submission: draftId,
    ...placeOf(answers, home),
    problemId: problem.id,
    ...{ location, problem: wording, detail, code, trade, hazard, language },
    priority: problem.priority ?? "routine",
    dueOn: due.dueOn,
    dueAt: due.dueAt,
    channel: channelOf(call),
    raisedAt: now,
    status: "open",
    waitsFor: waitsFor(outcome),
    callTime: answers["call-back"]?.when ?? null,
    closedAt: null,
    forgottenAt: null,
    closedWhy: null,
    proven: call?.isKnown ?? false,
    version: 0,
  };
  const reference = await newReference((reference) => addRepair(tx, schema, { ...repair, reference }));
  const contact = { ...contactOf(answers), description: answers.describe.description };
  await addContact(tx, schema, { repairId, ...contact, version: 0 });
  await addVisitNeeds(tx, schema, { repairId, ...wishesOf(answers), version: 0 });
  await addEvent(tx, schema, { ...traceOf(report), what: "reported", repairId, after: { version: 0 }, changeId: repairId });
  return reference;
}

/** What a repair waits for while it has no appointment. */
function waitsFor(outcome: Report["outcome"]): string | null {
  if ("emergency" in outcome) return "emergency";
  return "call" in outcome ? WAITS_FOR[outcome.call] : null;
}

/** What would help at the visit; an emergency does not ask. */
function wishesOf({ household, help }: Report["answers"]) {
  const { needs = [], language, notes } = help ?? {};
  return { people: household?.people ?? [], needs, language: language || null, notes: notes || null };
}

/** Marks an emergency, and puts the first message about it into the outbox: due now. */
async function tellOnDuty(tx: Query, schema: Db["schema"], { now, ...emergency }: { repairId: string; kind: string | null; now: Date }) {
  await addEmergency(tx, schema, emergency);
  const { repairId } = emergency;
  await addMessage(tx, schema, { id: newId(now), kind: "emergency", repairId, number: 1, dueAt: now, now });
}

/** Where a repair is: in the home, with what was said of its tenure; or in the shared areas of its block. */
function placeOf({ place, tenure }: Report["answers"], { uprn, blockId, ...home }: Home) {
  if (blockId && isShared({ ...(place && { place }) })) return { uprn, blockId, tenureSaid: null, tenureDiffers: false };
  const said = tenure?.tenure ?? null;
  return { uprn, blockId: null, tenureSaid: said, tenureDiffers: said !== null && tenureDiffers(said, home.tenure) };
}

type Booked = Raised & { offer: { date: LocalDate; window: string } };

/** Makes the promise, and its slots the appointment's. Throws SlotGone when nobody is free for it any more. */
async function book(tx: Query, schema: Db["schema"], { repairId, draftId, offer, problem, home, rules, ...report }: Booked): Promise<void> {
  const { now, language } = report;
  const promise = promised(offer, rules.windows, language);
  const { trade, visits } = problem;
  if (!promise || !trade) throw new SlotGone();
  const appointmentId = newId(now);
  await addAppointment(tx, schema, {
    id: appointmentId,
    repairId,
    purpose: "repair",
    ...promise,
    slotsNeeded: visits,
    status: "booked",
    version: 0,
  });
  const isMine = (await confirmHold(tx, schema, { draftId, appointmentId, ...offer, visits })) > 0;
  const able = ableFor({ home, problem, wish: wishOf(report.answers.help?.needs ?? []) });
  const wanted = { ...able, offer, visits, rules, now };
  if (!isMine && !(await takeForAppointment(tx, schema, { appointmentId, ...wanted }))) throw new SlotGone();
  const after = { ...offer, version: 0 };
  await addEvent(tx, schema, { ...traceOf(report), what: "booked", repairId, appointmentId, after, changeId: repairId });
  await say(tx, schema, { kind: "reported-booked", repairId, appointmentId, date: offer.date, changeId: repairId, who: "tenant", now });
}

const channelOf = (call: ReportedOn | undefined) => (call ? "phone" : "online");

/** What every line of this trace shares: the tenant did it, online, or an agent for them by phone; now. */
function traceOf({ now, call }: Pick<Report, "now" | "call">) {
  return { id: newId(now), at: now, who: call?.staffId ?? "tenant", channel: channelOf(call), appointmentId: null, before: null };
}
