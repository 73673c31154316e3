import { tenureDiffers } from "#app/domain/home.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { type Rules, windowHours } from "#app/domain/rules.ts";
import type { Due } from "#app/domain/target.ts";
import type { ReportAnswers } from "#app/journeys/report.ts";
import { contactOf } from "#app/journeys/report-contact.ts";
import type { CallReason } from "#app/journeys/report-facts.ts";
import { isShared } from "#app/journeys/report-places.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import type { Problem } from "#db/queries/catalogue.ts";
import { lockDays } from "#db/queries/days.ts";
import { keepTyped, lockDraftOn } from "#db/queries/drafts.ts";
import { confirmHold } from "#db/queries/holds.ts";
import type { Home } from "#db/queries/homes.ts";
import { givePhotos } from "#db/queries/photos.ts";
import { addAppointment, addContact, addEvent, addRepair, addVisitNeeds, submitted } from "#db/queries/repairs.ts";
import { heldSlots } from "#db/queries/slots.ts";
import { freeSlotsOf, SlotGone, takeForAppointment } from "#db/queries/take-slots.ts";
import { newReference } from "./new-reference.server.ts";

/** A report with every answer given, and what it comes to. */
export interface Report {
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  language: string;
  answers: Pick<ReportAnswers, "who" | "person" | "place" | "tenure" | "describe" | "household" | "help" | "contact" | "call-back">;
  home: Home;
  problem: Problem;
  rules: Rules;
  due: Due;
  /** What was chosen, or why we call instead. */
  outcome: { offer: { date: LocalDate; window: string } } | { call: CallReason };
  now: Date;
}

export type SubmitAnswer = { ok: true; reference: string } | { ok: false; reason: "slot-gone" | "no-draft" };

/**
 * Turns a report into a repair, with its appointment where one was chosen. On disk before it answers. Sending it again answers as the
 * first time. A hold that lapsed is still the draft's own, or the same offer is taken again; if nobody is free: "slot-gone", nothing changed.
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

  const held = await heldSlots(tx, schema, draftId);
  const wanted = "offer" in outcome ? [outcome.offer.date] : [];
  await lockDays(tx, schema, [...wanted, ...held.map(({ date }) => date)]);

  const repairId = newId(now);
  const reference = await raise(tx, schema, { ...submission, repairId });
  await givePhotos(tx, schema, { draftId, repairId });
  if ("offer" in outcome) await book(tx, schema, { ...submission, repairId, offer: outcome.offer });
  else if (held.length > 0) await freeSlotsOf(tx, schema, { draftId });
  // What was typed lives with the repair now: the draft keeps no second copy of it.
  await keepTyped(tx, schema, { id: draftId, typed: {}, now });
  return { ok: true, reference };
}

type Raised = Report & { repairId: string };

/** Writes the repair, who reported it, and the first line of its trace. Answers with its reference. */
async function raise(
  tx: Query,
  schema: Db["schema"],
  { repairId, draftId, home, problem, due, outcome, ...report }: Raised,
): Promise<string> {
  const { now, language, answers } = report;
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
    channel: "online",
    raisedAt: now,
    status: "open",
    waitsFor: "call" in outcome ? (outcome.call === "officer" ? "officer" : "call") : null,
    callTime: answers["call-back"]?.when ?? null,
    version: 0,
  };
  const reference = await newReference((reference) => addRepair(tx, schema, { ...repair, reference }));
  const contact = { ...contactOf(answers), description: answers.describe.description };
  await addContact(tx, schema, { repairId, ...contact, version: 0 });
  const { needs = [], language: interpreter, notes } = answers.help ?? {};
  const wishes = { people: answers.household.people, needs, language: interpreter || null, notes: notes || null };
  await addVisitNeeds(tx, schema, { repairId, ...wishes, version: 0 });
  await addEvent(tx, schema, { ...traceOf(report), what: "reported", repairId, after: { version: 0 }, changeId: repairId });
  return reference;
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
  const window = promised(offer, rules, language);
  const { trade, visits } = problem;
  if (!window || !trade) throw new SlotGone();
  const appointmentId = newId(now);
  const promise = { ...offer, windowName: window.name, starts: window.from, ends: window.to };
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
  const wanted = { offer, visits, rules, trade, patchId: home.patchId, now };
  if (!isMine && !(await takeForAppointment(tx, schema, { appointmentId, ...wanted }))) throw new SlotGone();
  const after = { ...offer, version: 0 };
  await addEvent(tx, schema, { ...traceOf(report), what: "booked", repairId, appointmentId, after, changeId: repairId });
}

/** A window's name and hours on a date, as they are promised. */
function promised(offer: { date: LocalDate; window: string }, { windows }: Rules, language: string) {
  const window = windows.find(({ code }) => code === offer.window);
  const hours = window && windowHours(window, offer.date);
  return window && hours ? { name: inLanguage(window.name, language), ...hours } : undefined;
}

/** What every line of this trace shares: the tenant did it, online, now. */
function traceOf({ now }: { now: Date }) {
  return { id: newId(now), at: now, who: "tenant", channel: "online", appointmentId: null, before: null };
}
