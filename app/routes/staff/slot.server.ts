import type { FieldView } from "#app/components/field.tsx";
import { addressLine } from "#app/domain/address.ts";
import { localTime } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import type { Rules } from "#app/domain/rules.ts";
import { slotState } from "#app/domain/slot-state.ts";
import { staff } from "#app/languages/staff.ts";
import type { HappenedBy, readSlot } from "#app/services/read-slot.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";

type Found = NonNullable<Awaited<ReturnType<typeof readSlot>>>;

/** What staff call a window. */
export function windowName({ windows }: Rules, code: string): string {
  const window = windows.find((each) => each.code === code);
  return window ? inLanguage(window.name, "en") : code;
}

/** What there is to know of a slot, and of the visit in it. */
export function rowsOf({ slot, visit }: Found, { now, words }: Pick<RequestContext, "now" | "words">) {
  const { rows } = staff.slot;
  const state = slotState(slot, now);
  return [
    { name: rows.state, value: staff.calendar.states[state] },
    { name: rows.hours, value: words.format.hours(slot.starts, slot.ends) },
    ...(slot.reason ? [{ name: rows.reason, value: slot.reason }] : []),
    ...(state === "held" && slot.expiresAt ? [{ name: rows.held, value: localTime(slot.expiresAt) }] : []),
    ...(visit ? visitRows(visit, words) : []),
  ];
}

function visitRows({ appointment, repair, home, contact }: NonNullable<Found["visit"]>, { format }: RequestContext["words"]) {
  const { rows, none } = staff.slot;
  return [
    { name: rows.repair, value: repair.reference },
    { name: rows.problem, value: [repair.location, repair.problem, repair.detail].filter((part) => part !== null).join(", ") },
    { name: rows.description, value: contact?.description ?? none },
    { name: rows.address, value: addressLine(home) },
    { name: rows.name, value: contact?.name ?? none },
    { name: rows.phone, value: contact?.phone ?? none },
    { name: rows.promised, value: format.appointment(appointment.date, appointment.windowName, appointment.starts, appointment.ends) },
  ];
}

/** Who can take a visit over, as a choice; without options where nobody can. */
export function takersField(takers: readonly { id: string; name: string }[], { mistake }: Pick<RequestContext, "mistake">): FieldView {
  const error = mistake?.errors.operative;
  const options = Object.fromEntries(takers.map(({ id, name }) => [id, name]));
  const field: FieldView = { kind: "radios", name: "operative", label: staff.slot.give.label, ...(error && { error }) };
  return takers.length > 0 ? { ...field, options } : field;
}

/** What has happened, a line each, the latest first. */
export function historyOf({ history }: Found, { words }: Pick<RequestContext, "words">): string[] {
  return history.map((event) => staff.slot.happened(event.what, instantIn(words, event.at), byWhom(event))).reverse();
}

function byWhom({ who, staffName }: HappenedBy): string {
  const { byTenant, byOperative, byDuty, bySystem, byStaff } = staff.slot;
  if (who === "tenant") return byTenant;
  if (who === "on-duty") return byDuty;
  if (who.startsWith("operative:")) return byOperative;
  return staffName === undefined ? bySystem : byStaff(staffName);
}
