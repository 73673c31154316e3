import type { FieldView } from "#app/components/field.tsx";
import { addressLine } from "#app/domain/address.ts";
import { localTime } from "#app/domain/local-date.ts";
import { slotState } from "#app/domain/slot-state.ts";
import { staff } from "#app/languages/staff.ts";
import type { readSlot } from "#app/services/read-slot.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

type Found = NonNullable<Awaited<ReturnType<typeof readSlot>>>;

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
