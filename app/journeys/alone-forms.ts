import { isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import { staff } from "#app/languages/staff.ts";
import { optional, someOf, text } from "./fields.ts";

const { reason, second, until } = staff.alone;

/** Why a home is marked, or why not any more. */
export const aloneFields = { why: text({ ...reason, max: 500, kind: "textarea" }) };

/** The same with its last day, where it is set. */
export const markFields = (today: LocalDate) => ({
  ...aloneFields,
  until: optional({ ...until, kind: "date", isRight: (typed) => isLocalDate(typed) && typed >= today }),
});

/** Whoever books a visit to a home that nobody visits alone says that two will go. */
export const secondFields = { second: someOf({ yes: second.label }, { label: second.legend, error: second.error }) };
