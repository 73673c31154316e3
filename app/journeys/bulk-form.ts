import type { SlotChange } from "#app/domain/slot-state.ts";
import { staff } from "#app/languages/staff.ts";
import { checkFields, type Errors, type Typed } from "./journey.ts";
import { reasonFields } from "./staff-forms.ts";

/** More slots than a landlord has in a week, and few enough for one statement. */
const MOST_SLOTS = 2000;

/** What officers do to many slots at once. */
export interface BulkChange {
  change: SlotChange | "give";
  ids: string[];
  reason: string | null;
  /** Who takes the visits; undefined: whoever is free. */
  operativeId: string | undefined;
}

const CHANGES: readonly BulkChange["change"][] = ["stop", "reopen", "withdraw", "give"];

/** Why a slot is closed must be said; of other changes it may be. */
const asksWhy = (change: BulkChange["change"]) => change === "stop" || change === "withdraw";

/** Reads what was posted from the calendar: the slots selected, what to do with them, and why. */
export function checkBulk(form: NonNullable<Typed[string]>): { answer: BulkChange } | { errors: Errors } {
  const ids = [...new Set([form.slot ?? []].flat().filter((id) => id !== ""))];
  const change = CHANGES.find((each) => each === form.change);
  const reason = asksWhy(change ?? "give") || form.reason ? checkFields(reasonFields, form) : { answer: { reason: null } };
  const slot = slotError(ids.length, change);
  const errors = { ...(slot && { slot }), ...("errors" in reason ? reason.errors : {}) };
  if (!change || !("answer" in reason) || Object.keys(errors).length > 0) return { errors };
  const operativeId = typeof form.operative === "string" && form.operative !== "" ? form.operative : undefined;
  return { answer: { change, ids, operativeId, ...reason.answer } };
}

function slotError(count: number, change: BulkChange["change"] | undefined): string | undefined {
  const { none, tooMany, unknown } = staff.bulk;
  if (count === 0) return none;
  if (count > MOST_SLOTS) return tooMany(MOST_SLOTS);
  return change ? undefined : unknown;
}
