import { personToMeet } from "#app/domain/contact.ts";
import { isNotAlone } from "#app/domain/home.ts";
import { type LocalDate, localDate, localTime } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import { asOutcome, awaitsClosing, mayTakeBack, type Step, stepsOf } from "#app/domain/visit.ts";
import type { VisitState, VisitView } from "#app/features/staff/visit-card.tsx";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import type { FoundVisit, RepairPhoto, readVisit } from "#app/services/read-day.server.ts";
import type { HomeRecord } from "#app/services/read-home.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { homePath, tagsOf, warningLines } from "./home.server.ts";
import { isSeen } from "./restricted.server.ts";

type Shown = Pick<RequestContext, "words">;

/** How a visit stands, in words and by its mark. */
function stateOf({ appointment, visit }: Pick<FoundVisit, "appointment" | "visit">, { words }: Shown): VisitState {
  const { states } = staff.day;
  const at = (instant: Date) =>
    localDate(instant) === appointment.date ? words.format.time(localTime(instant)) : instantIn(words, instant);
  const outcome = asOutcome(visit?.outcome);
  if (outcome && visit?.endedAt) return { mark: outcome, text: states.ended(outcome, at(visit.endedAt)) };
  if (appointment.status !== "booked") return { mark: "over", text: appointment.status === "cancelled" ? states.cancelled : states.over };
  if (visit?.arrivedAt) return { mark: "arrived", text: states.arrived(at(visit.arrivedAt)) };
  return visit?.onTheWayAt
    ? { mark: "on-the-way", text: states["on-the-way"](at(visit.onTheWayAt)) }
    : { mark: "booked", text: states.booked };
}

/** The steps that a visit can take on a date. */
function stepsOn(today: LocalDate, { appointment, visit, isServed }: FoundVisit): Step[] {
  const { onTheWayAt = null, arrivedAt = null, outcome = null } = visit ?? {};
  const { status, date } = appointment;
  return stepsOf({ status, date, isServed, onTheWayAt, arrivedAt, outcome }, today);
}

/** What would help at a visit, in words. */
export function needsOf({ needs }: Pick<FoundVisit, "needs">, { words }: Shown): string[] {
  if (!needs) return [];
  const options: Readonly<Record<string, string>> = words.report.help.options;
  const said = needs.needs.map((code) => (Object.hasOwn(options, code) ? (options[code] ?? code) : code));
  return needs.language ? [...said, staff.day.language(needs.language)] : said;
}

/** Where staff see a photo of a repair. */
export const photoPath = ({ id }: Pick<RepairPhoto, "id">): string => `/staff/photos/${id}`;

interface Around extends Shown, Pick<RequestContext, "site" | "staff"> {
  today: LocalDate;
  /** What is kept of the homes. */
  records: readonly HomeRecord[];
  photos: readonly RepairPhoto[];
  /** Where its page leads back to. */
  back: string;
}

/** A visit as the day and its own page show it. */
export function visitView(found: FoundVisit, { photos, records, back, today, ...shown }: Around): VisitView {
  const { appointment, repair, contact, needs } = found;
  const own = recordsOf(found, records, shown);
  const person = contact && personToMeet(contact);
  const { format } = shown.words;
  return {
    id: appointment.id,
    href: visitPath(appointment.id, back),
    hours: format.hours(appointment.starts, appointment.ends),
    state: stateOf(found, shown),
    reference: repair.reference,
    isHazard: repair.hazard !== null,
    isNotAlone: isNotAlone(found.home),
    ...{ tags: tagsOf(own, shown), warnings: warningLines(own, shown), home: shown.staff && homePath(found.home) },
    address: placeLine(found),
    problem: problemLine(found.repair),
    person: { name: person?.name ?? staff.day.nobodyNamed, phone: person?.phone ?? undefined },
    description: contact?.description ?? "",
    needs: needsOf(found, shown),
    note: needs?.notes ?? "",
    photos: photos.filter(({ repairId }) => repairId === repair.id).map(photoPath),
    steps: stepsOn(today, found),
  };
}

/** What is kept of the home of a visit; of shared areas, and of a home that is closed to whoever asks, nothing. */
function recordsOf({ home, block }: FoundVisit, records: readonly HomeRecord[], asking: Pick<RequestContext, "staff">) {
  return block || !isSeen(home, asking) ? [] : records.filter(({ uprn }) => uprn === home.uprn);
}

/** The page of a visit, and where that leads back to: the day as it was shown. */
const visitPath = (id: string, back: string): string => `/staff/visits/${id}?${new URLSearchParams({ back })}`;

/** The day to go back to: the one that was asked for, where it is one of ours; else the visit's own. */
export function backToDay(request: Request, { id, date }: { id: string; date: LocalDate }): string {
  const asked = new URLSearchParams(new URL(request.url).searchParams.get("back") ?? "");
  const kept = ["date", "trade", "patch", "operative"].flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? ""]] : []));
  return `/staff/day?${new URLSearchParams(kept.length > 0 ? kept : [["date", date]])}#visit-${id}`;
}

type Case = NonNullable<Awaited<ReturnType<typeof readVisit>>>;

/** What there is to know of a visit, on its page. */
export function visitRows(found: FoundVisit & Partial<Pick<Case, "saidBy">>, visit: VisitView, { words: { format } }: Shown) {
  const { visit: names, day, slot, home } = staff;
  const { date, windowName, starts, ends } = found.appointment;
  const { name, phone } = visit.person;
  const rows = [
    { name: names.promised, value: format.appointment(date, windowName, starts, ends) },
    { name: names.operative, value: found.operative?.name ?? "" },
    { name: names.repair, value: visit.reference },
    { name: names.problem, value: visit.isHazard ? `${visit.problem} (${staff.calendar.hazard})` : visit.problem },
    { name: day.description, value: visit.description },
    { name: day.meet, value: name },
    { name: slot.rows.phone, value: phone ?? "" },
    { name: home.warnings, value: visit.warnings.join(". ") },
    { name: home.helps, value: visit.tags.helps.join(". ") },
    { name: day.needs, value: visit.needs.join(". ") },
    { name: day.note, value: visit.note },
    { name: names.said, value: found.visit?.note ?? "" },
    { name: names.saidBy, value: found.visit ? (found.saidBy ?? "") : "" },
  ];
  return rows.filter(({ value }) => value !== "");
}

const TRIED: Readonly<Record<string, string>> = { ...staff.visit.tried.options, ...staff.visit.why.options };

/** The photos of a visit's repair that were not taken at a visit that has ended: those stand with it. */
export const photosBefore = ({ photos, attempts }: Case) =>
  photos.filter((photo) => attempts.every(({ appointmentId }) => appointmentId !== photo.appointmentId));

/** Every visit of the repair that has ended: when, how it ended, how it was tried, and the photos that were taken. */
export function attemptsOf({ appointment, attempts, photos }: Case, { words }: Shown) {
  return attempts.map((visit) => {
    const { text } = stateOf({ appointment: { ...appointment, date: visit.date }, visit }, { words });
    const said = [text, visit.why === null ? "" : (TRIED[visit.why] ?? visit.why), visit.note ?? ""];
    return {
      line: staff.visit.attempts.line(words.format.date(visit.date), said.filter(Boolean).join(". ")),
      photos: photos.filter(({ appointmentId }) => appointmentId === visit.appointmentId).map(photoPath),
    };
  });
}

/** What an officer can do about a visit that has ended. */
export function afterOf({ appointment, visit, repair, others }: Case, now: Date): { canClose: boolean; canTakeBack: boolean } {
  const outcome = asOutcome(visit?.outcome);
  const ended = { outcome, date: appointment.date, purpose: appointment.purpose, repairStatus: repair.status, others };
  return { canClose: awaitsClosing({ outcome: outcome ?? null, repair }), canTakeBack: mayTakeBack(ended, localDate(now)) };
}
