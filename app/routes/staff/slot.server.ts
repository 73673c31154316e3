import type { FieldView } from "#app/components/field.tsx";
import { localDate, localTime } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import { keptFor } from "#app/domain/ring-fence.ts";
import type { Rules } from "#app/domain/rules.ts";
import { slotState } from "#app/domain/slot-state.ts";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { readLastOf, type readSlot } from "#app/services/read-slot.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { lineOf } from "./history.server.ts";
import { priorityName } from "./rule-words.server.ts";
import { askedRows } from "./wish.server.ts";

type Found = NonNullable<Awaited<ReturnType<typeof readSlot>>>;

/** What there is to know of a slot, and of the visit in it. */
export function rowsOf({ slot, visit }: Found, rules: Rules, { now, words }: Pick<RequestContext, "now" | "words">) {
  const { rows } = staff.slot;
  const state = slotState(slot, now);
  const kept = state === "free" ? keptFor(slot, now) : null;
  const stands = staff.calendar.states[state];
  return [
    { name: rows.state, value: kept ? `${stands}: ${staff.calendar.kept(priorityName(rules, kept))}` : stands },
    { name: rows.hours, value: words.format.hours(slot.starts, slot.ends) },
    ...(slot.reason ? [{ name: rows.reason, value: slot.reason }] : []),
    ...(state === "held" && slot.expiresAt ? [{ name: rows.held, value: localTime(slot.expiresAt) }] : []),
    ...(kept && slot.keptUntil ? [{ name: rows.kept, value: instantIn(words, slot.keptUntil) }] : []),
    ...(visit ? visitRows(visit, words) : []),
  ];
}

function visitRows({ appointment, repair, home, block, contact, needs }: NonNullable<Found["visit"]>, { format }: RequestContext["words"]) {
  const { rows, none } = staff.slot;
  return [
    { name: rows.repair, value: repair.reference },
    { name: rows.problem, value: problemLine(repair) },
    { name: rows.description, value: contact?.description ?? none },
    { name: rows.address, value: placeLine({ home, block }) },
    { name: rows.name, value: contact?.name ?? none },
    { name: rows.phone, value: contact?.phone ?? none },
    ...askedRows({ needs }),
    promiseRow({ appointment }, { format }),
  ];
}

/** What the tenant was promised. */
export function promiseRow(
  { appointment }: Pick<NonNullable<Found["visit"]>, "appointment">,
  { format }: Pick<RequestContext["words"], "format">,
) {
  const { date, windowName, starts, ends } = appointment;
  return { name: staff.slot.rows.promised, value: format.appointment(date, windowName, starts, ends) };
}

/** Who can take a visit over, as a choice; without options where nobody can. */
export function takersField(takers: readonly { id: string; name: string }[], { mistake }: Pick<RequestContext, "mistake">): FieldView {
  const error = mistake?.errors.operative;
  const options = Object.fromEntries(takers.map(({ id, name }) => [id, name]));
  const field: FieldView = { kind: "radios", name: "operative", label: staff.slot.give.label, ...(error && { error }) };
  return takers.length > 0 ? { ...field, options } : field;
}

type Seen = Pick<Found["slot"], "changeId" | "appointmentId" | "open" | "withdrawn">;

/** A slot as a form saw it. A hold of somebody who is booking makes no form stale: it may lapse at any moment. */
export const seenOf = ({ changeId, appointmentId, open, withdrawn }: Seen) =>
  [changeId ?? "", appointmentId ?? "", Number(open), Number(withdrawn)].join(".");

/** What has happened to a slot since a form saw it, in words; undefined where it is as it was seen. */
export async function staleness({ slot, history }: Found, seen: unknown, context: RequestContext): Promise<string | undefined> {
  if (typeof seen !== "string" || seen === seenOf(slot)) return undefined;
  const [, appointmentId = ""] = seen.split(".");
  const hasLeft = appointmentId !== "" && slot.appointmentId === null && seen.split(".")[0] === (slot.changeId ?? "");
  const { site, now } = context;
  const last = hasLeft ? await readLastOf(site.db, appointmentId) : history.at(-1);
  return last ? staff.slot.stale(lineOf(last, await readRules(site.db, localDate(now)), context)) : staff.slot.refused;
}
