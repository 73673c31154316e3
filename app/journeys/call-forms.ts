import { z } from "zod";
import { FACTS, type Fact, factsOf, type OnFile } from "#app/domain/identity.ts";
import type { Words } from "#app/languages/en.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, type Options, oneOf, optional, someOf } from "./fields.ts";
import { checkFields, type Errors } from "./journey.ts";

const words = staff.desk.call.check;
const MOST = 100;

const asked: Field<string[]> = {
  ...someOf(words.options, words.asked),
  schema: z.preprocess(
    (typed) => [typed ?? []].flat(),
    z.array(z.string()).refine((ticked) => Object.keys(words.options).every((each) => ticked.includes(each)), words.asked.error),
  ),
};

const caller = oneOf(words.callers, words.caller, "select");
const others = {
  name: optional({ ...words.name, kind: "text", error: words.name.tooLong(MOST), isRight: (typed) => typed.length <= MOST }),
  consent: oneOf(words.consents, words.consent, "select"),
};

/** What is asked of a caller: the fact is chosen among those on file; none where there is none, or one was given already. */
export function identityFields(file: OnFile | undefined, isGiven: boolean) {
  const there = file && !isGiven ? factsOf(file) : [];
  const options: Options = Object.fromEntries(FACTS.filter((each) => there.includes(each)).map((each) => [each, words.facts[each]]));
  const said = optional({ ...words.said, kind: "text", error: words.said.tooLong, isRight: (typed) => typed.length <= MOST });
  return { asked, ...(there.length > 0 && { fact: oneOf(options, words.fact, "select"), said }), caller, ...others };
}

export interface IdentityAnswer {
  caller: string;
  name: string;
  consent: string;
  fact: { fact: Fact; said: string } | undefined;
}

/** What was posted of a check, or what is wrong with it. Whoever calls for a tenant has a name. */
export function readIdentity(
  fields: ReturnType<typeof identityFields>,
  typed: Parameters<typeof checkFields>[1],
): { answer: IdentityAnswer } | { errors: Errors } {
  const checked = checkFields(fields, { consent: "none", ...typed });
  if ("errors" in checked) return checked;
  const { fact, said, caller, name, consent } = checked.answer as {
    fact?: Fact;
    said?: string;
    caller: string;
    name: string;
    consent: string;
  };
  const errors = {
    ...(fact && !said && { said: words.said.error }),
    ...(caller !== "tenant" && !name && { name: words.name.error }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return { answer: { caller, name, consent, fact: fact && said ? { fact, said } : undefined } };
}

/** The kinds of an emergency, in the words of the journey's first question. */
export function emergencyFields({ report }: Words) {
  const { none: _, ...kinds } = report.emergency.options;
  return { kind: oneOf(kinds, staff.desk.call.emergency.kind, "select") };
}
