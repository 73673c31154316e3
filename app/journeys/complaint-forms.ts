import { staff } from "#app/languages/staff.ts";
import { optional } from "./fields.ts";

const { words } = staff.complaints;
const MOST_WORDS = 2000;

/** What was said of a complaint; it is one without. */
export const complaintFields = {
  words: optional({
    ...{ label: words.label, hint: words.hint, kind: "textarea", maxLength: MOST_WORDS, error: words.tooLong(MOST_WORDS) },
    isRight: (typed) => typed.length <= MOST_WORDS,
  }),
};
