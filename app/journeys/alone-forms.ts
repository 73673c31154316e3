import { staff } from "#app/languages/staff.ts";
import { someOf, text } from "./fields.ts";

const { reason, second } = staff.alone;

/** Why a home is marked, or why not any more. */
export const aloneFields = { why: text({ ...reason, max: 500, kind: "textarea" }) };

/** Whoever books a visit to a home that nobody visits alone says that two will go. */
export const secondFields = { second: someOf({ yes: second.label }, { label: second.legend, error: second.error }) };
