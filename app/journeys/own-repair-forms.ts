import { z } from "zod";
import { parsePostcode } from "#app/domain/postcode.ts";
import { readReference } from "#app/domain/reference.ts";
import type { Words } from "#app/languages/en.ts";
import { type Field, oneOf, oneTimeCode, text } from "./fields.ts";

interface Reading {
  label: string;
  error: string;
  hint?: string;
  autocomplete?: string;
  read: (typed: string) => string | undefined;
}

const LONGEST = 50;

/** Something with a form of its own; the answer is as it is kept. */
function written({ error, read, ...shown }: Reading): Field<string> {
  const schema = z
    .string(error)
    .max(LONGEST, error)
    .transform((typed, context) => {
      const known = read(typed);
      if (known === undefined) context.addIssue({ code: "custom", message: error });
      return known ?? z.NEVER;
    });
  return { kind: "text", width: 10, ...shown, schema };
}

/** What finds a repair. Whether the two belong together is said by nobody. */
export const findFields = ({ follow: { find } }: Words) => ({
  reference: written({ ...find.reference, autocomplete: "off", read: readReference }),
  postcode: written({ ...find.postcode, autocomplete: "postal-code", read: parsePostcode }),
});

/** The code that was sent. */
export const proofFields = ({ follow: { code } }: Words) => ({ code: oneTimeCode(code.code) });

/** Why a repair is cancelled. Without a visit nobody need be in. */
export function cancelReasons({ ownVisit: { cancel } }: Words, hasVisit: boolean) {
  const { "not-home": _, ...others } = cancel.reasons;
  return { reason: oneOf(hasVisit ? cancel.reasons : others, cancel.reason) };
}

const LONGEST_WORDS = 500;

const worseField = ({ followMore: { worse } }: Words) => oneOf(worse.options, worse);
const wordsField = ({ followMore: { tell } }: Words) =>
  text({ ...tell.words, tooLong: tell.tooLong, max: LONGEST_WORDS, kind: "textarea" });

/** More about a repair that is open. Whoever asks about it is always asked whether it has got worse. */
export const tellFields = (words: Words) => ({ worse: worseField(words), words: wordsField(words) });

/** What is still wrong after a repair was done. */
export const againFields = (words: Words) => ({
  how: oneOf(words.followMore.again.how.options, words.followMore.again.how),
  worse: worseField(words),
  words: wordsField(words),
});

/** How a visit went. */
export const feedbackFields = ({ followMore: { feedback } }: Words) => ({
  came: oneOf(feedback.came.options, feedback.came),
  fixed: oneOf(feedback.fixed.options, feedback.fixed),
});
