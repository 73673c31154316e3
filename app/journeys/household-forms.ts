import { z } from "zod";
import { NEED_SOURCES, NOT_ALONE, type RecordKind } from "#app/domain/household.ts";
import { addDays, isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import { ROLES } from "#app/domain/staff.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, type Options, oneOf, optional, someOf, text } from "./fields.ts";
import { checkFields, type Errors, type Typed } from "./journey.ts";

const { record, restrict } = staff;
const MOST_CHARACTERS = 150;
const MOST_DAYS = 5 * 366;

/** What a form of a record needs: the codes there are, and the date today. */
export interface RecordFacts {
  codes: Options;
  today: LocalDate;
}

/** A date from today on, and not by a slip of the finger in another century. */
const ahead = ({ error, ...words }: { label: string; error: string }, today: LocalDate): Field<LocalDate> => ({
  ...{ kind: "date", ...words },
  schema: z
    .string(error)
    .refine(isLocalDate, error)
    .refine((date) => date >= today, record.until.past)
    .refine((date) => date <= addDays(today, MOST_DAYS), record.until.far),
});

const isAhead = (date: string, today: LocalDate) => isLocalDate(date) && date >= today && date <= addDays(today, MOST_DAYS);
const short = { kind: "textarea", maxLength: MOST_CHARACTERS, isRight: (typed: string) => typed.length <= MOST_CHARACTERS } as const;
const sources = Object.fromEntries(NEED_SOURCES.map((source) => [source, staff.home.sources[source]]));

const FIELDS = {
  need: ({ codes, today }: RecordFacts) => ({
    words: text({ ...record.words.need, max: MOST_CHARACTERS, kind: "textarea" }),
    code: { ...oneOf(codes, record.code.need, "select"), options: { "": record.choose, ...codes } },
    about: text({ ...record.about, max: 100 }),
    source: oneOf(sources, record.source),
    agreed: oneOf(record.agreed.options, record.agreed),
    until: ahead(record.until.need, today),
  }),
  warning: ({ codes, today }: RecordFacts) => ({
    code: oneOf(codes, record.code.warning),
    words: optional({ ...record.words.warning, ...short }),
    until: ahead(record.until.warning, today),
  }),
  fact: ({ codes, today }: RecordFacts) => ({
    code: oneOf(codes, record.code.fact),
    words: optional({ ...record.words.fact, ...short }),
    until: optional({ ...record.until.fact, kind: "date", isRight: (typed) => isAhead(typed, today) }),
  }),
};

/** What is asked of a record of a kind. */
export const recordFields = (kind: RecordKind, facts: RecordFacts): Record<string, Field<string>> => FIELDS[kind](facts);

/** Nobody is told to take a second along without being told why. */
const whyRule = ({ code, words }: Record<string, string>): Errors | undefined =>
  code === NOT_ALONE && words === "" ? { words: record.why.error } : undefined;

/** Reads a record as it was typed: what it says, or what is wrong with which field. */
export function readRecord(kind: RecordKind, typed: Typed[string], facts: RecordFacts) {
  const checked = checkFields(recordFields(kind, facts), typed, whyRule);
  if ("errors" in checked) return checked;
  const { code = "", words, about, source, agreed, until } = checked.answer;
  return {
    said: { code, words: words || null, about: about ?? null, source: source ?? null, agreed: agreed === "yes", until: until || null },
  };
}

/** Who alone may open a home, why, and when that is looked at again. */
export const restrictFields = (today: LocalDate) => ({
  roles: someOf(Object.fromEntries(ROLES.map((role) => [role, staff.roles[role]])), restrict.roles),
  why: text({ ...restrict.reason, max: 500, kind: "textarea" }),
  reviewOn: ahead(restrict.review, today),
});
