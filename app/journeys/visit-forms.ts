import type { Step } from "#app/domain/visit.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, type Options, oneOf, optional, text } from "./fields.ts";

const { time, tried, why, note, work, offer } = staff.visit;
const MOST = 500;

const noteField = optional({ ...note, kind: "textarea", maxLength: MOST, isRight: (typed) => typed.length <= MOST });
const timeField = optional({ ...time, kind: "text", width: 10, isRight: (typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) });

const NONE: Readonly<Record<string, Field<string>>> = {};

/** More work is left to an officer, and no time is taken. */
const LATER = "later";

/** What a step of a visit asks for: nothing, where it is said in one press. `offers` are the times for more work, by their keys. */
export function stepFields(step: Step, offers: Options): Readonly<Record<string, Field<string>>> {
  if (step === "no-access") return { why: oneOf(tried.options, tried), time: timeField, note: noteField };
  if (step === "could-not") return { why: oneOf(why.options, why), note: noteField };
  if (step !== "more-work") return NONE;
  return {
    note: text({ ...work, kind: "textarea", max: MOST }),
    offer: oneOf({ ...offers, [LATER]: offer.later }, offer),
  };
}
