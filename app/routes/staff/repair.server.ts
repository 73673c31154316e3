import type { LoaderFunctionArgs } from "@remix-run/node";
import { addressLine } from "#app/domain/address.ts";
import { personToMeet, receiverOf } from "#app/domain/contact.ts";
import { problemLine } from "#app/domain/problem.ts";
import { readReference } from "#app/domain/reference.ts";
import type { Rules } from "#app/domain/rules.ts";
import { isOverdue } from "#app/domain/target.ts";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import { inFull } from "#app/languages/staff/figures.ts";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import { type ReadRepair, readRepair, readRepairCase } from "#app/services/read-repair.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { dueOf, leftOf } from "./repairs.server.ts";
import { openHome } from "./restricted.server.ts";
import { priorityName, wordsOf } from "./rule-words.server.ts";
import { needsOf, photoPath } from "./visit.server.ts";

type Told = Pick<RequestContext, "now" | "words">;
type Repair = ReadRepair["repair"];

const referenceOf = ({ params }: LoaderFunctionArgs) => readReference(params.reference ?? "") ?? "";

function found<Case>(repair: Case | undefined): Case {
  if (!repair) throw new Response(null, { status: 404 });
  return repair;
}

/** The repair of the address with all that is known of it; a 404 where there is none, a 403 where its home is restricted to others. */
export const requireRepair = async (args: LoaderFunctionArgs) =>
  opened(args, found(await readRepair(args.context.site.db, referenceOf(args))));

/** The same with one row of each alone: what a form that changes it needs. */
export const requireRepairCase = async (args: LoaderFunctionArgs) =>
  opened(args, found(await readRepairCase(args.context.site.db, referenceOf(args))));

type Openable = Pick<ReadRepair, "repair" | "home" | "needs">;

async function opened<Case extends Openable>(args: LoaderFunctionArgs, read: Case): Promise<Case> {
  const { repair, home, needs } = read;
  await openHome(args, { home, what: "repair", repairId: repair.id, health: needs !== null });
  return read;
}

export const pathOf = ({ reference }: Pick<Repair, "reference">) => `/staff/repairs/${reference}`;

function stateOf({ status, closedAt, closedWhy }: Repair, words: Told["words"]): string {
  const { closed, history } = staff.repair;
  const state = wordsOf(staff.repairs.states, status);
  return closedAt ? closed(state, instantIn(words, closedAt), closedWhy ? wordsOf(history.codes, closedWhy) : undefined) : state;
}

const some = (value: string | null | undefined) => value || staff.repair.none;

/** Rows of a summary whose value there is none of are left out. */
const rowsOf = (rows: readonly (readonly [keyof typeof staff.repair.rows, string | null | undefined])[]) =>
  rows.flatMap(([name, value]) => (value ? [{ name: staff.repair.rows[name], value }] : []));

/** What the repair is, and by when it is promised. */
export function repairRows({ repair, trade, contact, emergency, history }: ReadRepair, rules: Rules, { now, words }: Told) {
  const { due, reported } = staff.repair;
  const isCareful = needsOfficerToClose(repair) || emergency !== null;
  return rowsOf([
    ["state", stateOf(repair, words)],
    ["problem", problemLine(repair)],
    ["description", some(contact?.description)],
    ["hazard", isCareful ? (repair.hazard ?? staff.repairs.careful) : undefined],
    ["trade", trade?.name],
    ["priority", priorityName(rules, repair.priority)],
    ["due", due(dueOf(repair, words), leftOf(repair, now))],
    ["continues", history.find(({ after }) => after?.continues)?.after?.continues?.toString()],
    ["reported", reported(instantIn(words, repair.raisedAt), wordsOf(staff.repairs.channels, repair.channel))],
  ]);
}

/** Where it is. */
export function placeRows({ repair, home, block, patch }: ReadRepair, { words }: Told) {
  const { tenure } = words.report.places;
  return rowsOf([
    ["address", placeLine({ home, block })],
    ["reportedFrom", block && addressLine(home)],
    ["patch", patch?.name],
    ["tenure", wordsOf(staff.repair.tenures, home.tenure)],
    ["tenureSaid", repair.tenureSaid && wordsOf(tenure.options, repair.tenureSaid)],
  ]);
}

/** Why nobody may go to a home alone, and who said so when; nothing where anybody may. */
export function markRows({ notAloneWhy, notAloneUntil }: ReadRepair["home"], mark: ReadRepair["mark"], { words }: Told) {
  const { row, by, lasts } = staff.alone;
  if (notAloneWhy === null) return [];
  const why = notAloneUntil === null ? notAloneWhy : lasts(notAloneWhy, inFull(notAloneUntil));
  return [{ name: row, value: mark ? by(why, mark.by ?? "", instantIn(words, mark.at)) : why }];
}

interface Reachable {
  name: string | null;
  phone: string | null;
  email: string | null;
}

const person = ({ name, phone, email }: Reachable) => [name, phone, email].filter(Boolean).join(", ");

/** Who reported it, whom we meet, who gets the messages and who else is affected. */
export function peopleRows({ repair, contact, followers, needs }: ReadRepair, { words }: Told) {
  const { messages, ways, followed, proven, unproven, onlyMessages } = staff.repair;
  const receiver = contact && receiverOf(contact);
  const noCalls = needs?.needs.includes("text-not-call");
  return rowsOf([
    ["reporter", contact ? some(person(contact)) : staff.repair.none],
    ["meet", contact?.visitName ? person(personToMeet(contact)) : undefined],
    ["messages", receiver && messages(some(receiver.name), wordsOf(ways, receiver.by))],
    ["call", noCalls ? onlyMessages : repair.callTime && wordsOf(words.report.callBack.options, repair.callTime)],
    ["followers", followers > 0 ? followed(followers) : undefined],
    ["proven", repair.proven ? proven : unproven],
  ]);
}

/** What would help at the visit, and who the problem may make worse. */
export function needsRows({ needs }: ReadRepair, { words }: Told) {
  const { options } = words.report.household;
  return rowsOf([
    ["people", needs?.people.map((code) => wordsOf(options, code)).join("; ")],
    ["needs", needsOf({ needs }, { words }).join("; ")],
    ["notes", needs?.notes],
  ]);
}

function emergencyAlerts({ repair, emergency }: ReadRepair, words: Told["words"]): string[] {
  if (!emergency || emergency.madeSafeAt || repair.status !== "open") return [];
  const { emergency: waiting, dispatched, acknowledged } = staff.repair.alerts;
  const { acknowledgedAt, acknowledgedBy, dispatchedAt } = emergency;
  const seen = acknowledgedAt ? [acknowledged(acknowledgedBy ?? "", instantIn(words, acknowledgedAt))] : [];
  return [[dispatchedAt ? dispatched(instantIn(words, dispatchedAt)) : waiting, ...seen].join(" ")];
}

function waitingAlert({ repair, visitRows }: ReadRepair): string | undefined {
  const { alerts } = staff.repair;
  if (visitRows.some(({ appointment }) => appointment.status === "booked")) return undefined;
  const waits = repair.waitsFor && staff.repairs.waitsFor(wordsOf(staff.repairs.waits, repair.waitsFor));
  return [alerts.waiting, waits && `${waits}.`].filter(Boolean).join(" ");
}

/** The last thing that its tenant asked or said online, and nobody has looked at: to cancel it, or that it has got worse. */
function lastToldOnline({ repair, history }: Pick<ReadRepair, "repair" | "history">) {
  const isTold = ({ what, after }: ReadRepair["history"][number]) =>
    what === "cancel asked" || what === "looked at" || ((what === "told more" || what === "chased") && after?.worse === "yes");
  const last = history.findLast(isTold);
  return repair.status === "open" && last?.what !== "looked at" ? last : undefined;
}

/** What an officer has to answer. */
export function toAnswer(read: Pick<ReadRepair, "repair" | "history">): "cancel" | "worse" | undefined {
  const last = lastToldOnline(read);
  return last && (last.what === "cancel asked" ? "cancel" : "worse");
}

function toldOnline(read: ReadRepair): string | undefined {
  const last = lastToldOnline(read);
  if (!last) return undefined;
  const { cancelAsked, worse } = staff.tenants;
  return last.what === "cancel asked" ? cancelAsked(wordsOf(staff.repair.history.codes, String(last.after?.reason))) : worse;
}

/** What somebody should do about a repair that is open, the most pressing first. */
export function alertsOf(read: ReadRepair, { now, words }: Told): string[] {
  const { repair, visitRows, unfinished } = read;
  if (repair.status !== "open") return [];
  const { alerts } = staff.repair;
  const isMoving = visitRows.some(({ appointment, slot }) => appointment.status === "booked" && !slot?.open);
  return [
    ...emergencyAlerts(read, words),
    isMoving && alerts.moving,
    isOverdue(repair, now) && alerts.overdue(leftOf(repair, now) ?? ""),
    toldOnline(read),
    waitingAlert(read),
    repair.waitsFor === "identity" && alerts.identity,
    repair.tenureDiffers && alerts.tenure,
    unfinished > 0 && alerts.unfinished(unfinished),
  ].filter((alert) => typeof alert === "string");
}

type VisitRow = ReadRepair["visitRows"][number];

function visitState({ appointment: { status }, slot, visit }: VisitRow): string {
  const { states, outcomes, closed } = staff.repair.visits;
  const state = visit?.outcome ? wordsOf(outcomes, visit.outcome) : wordsOf(states, status);
  return status === "booked" && !slot?.open ? `${state}, ${closed}` : state;
}

/** The promises of a repair, one line for each slot they have; `mayOpen`: their slots are this person's to open. */
export function visitsOf({ visitRows }: ReadRepair, { words }: Told, mayOpen: boolean) {
  const { nobody, part } = staff.repair.visits;
  return visitRows.map((row) => {
    const { appointment, slot } = row;
    const { id, date, windowName, starts, ends, slotsNeeded } = appointment;
    const when = words.format.appointment(date, windowName, starts, ends);
    return {
      key: `${id} ${slot?.id}`,
      when: slot && slotsNeeded > 1 ? part(when, slot.part) : when,
      href: slot && mayOpen ? `/staff/slots/${slot.id}` : undefined,
      operative: slot?.operative ?? nobody,
      state: visitState(row),
    };
  });
}

/** Its photos, and at which visit those were taken that the tenant did not send. */
export function photosOf({ photos, visitRows }: ReadRepair, { words }: Told) {
  return photos.map((photo) => {
    const taken = visitRows.find(({ appointment }) => appointment.id === photo.appointmentId);
    const visit = taken && staff.repair.photos.visit(words.format.date(taken.appointment.date), visitState(taken));
    return { href: photoPath(photo), visit };
  });
}
