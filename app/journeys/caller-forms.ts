import { staff } from "#app/languages/staff.ts";
import { oneOf, optional } from "./fields.ts";
import type { Errors } from "./journey.ts";

const { cancel, override, told } = staff.caller;

/** Why a tenant cancels: the codes are those of the tenants' own page. */
export const callerCancelFields = { reason: oneOf(cancel.reasons, cancel.reason) };

/** Why the tenants' rules are set aside. */
export const overrideFields = { reason: oneOf(override.reasons, override.reason) };

const MOST_WORDS = 500;

/** What whoever asks about a repair is asked. */
export const askedFields = {
  worse: oneOf(told.worse.options, told.worse),
  words: optional({
    ...{ ...told.words, kind: "textarea", maxLength: MOST_WORDS, error: told.words.tooLong(MOST_WORDS) },
    isRight: (typed) => typed.length <= MOST_WORDS,
  }),
};

/** Whoever looks at it must know what has got worse. */
export const askedRule = ({ worse, words }: { worse: string; words: string }): Errors | undefined =>
  worse === "yes" && words === "" ? { words: told.words.error } : undefined;
