import { z } from "zod";

export type Options = Readonly<Record<string, string>>;

/** One control of a page: how it is shown, and the rule its answer must meet. */
export interface Field<T> {
  kind: "radios" | "checkboxes" | "select" | "text" | "textarea" | "tel" | "email" | "password" | "date" | "time";
  label: string;
  hint?: string;
  options?: Options;
  autocomplete?: string;
  maxLength?: number;
  inputMode?: "numeric";
  width?: 10 | 20;
  schema: z.ZodType<T>;
}

interface Words {
  label: string;
  error: string;
  hint?: string;
}

/** One of several answers; long lists are a drop-down, since sixty radios are no list to read. */
export function oneOf(options: Options, { error, ...words }: Words, kind: "radios" | "select" = "radios"): Field<string> {
  return {
    kind,
    ...words,
    options,
    schema: z.custom<string>((typed) => typeof typed === "string" && Object.hasOwn(options, typed), error),
  };
}

/** Any of several answers, or none. */
export function anyOf(options: Options, { error, ...words }: Words): Field<string[]> {
  const known = z.array(z.string().refine((value) => Object.hasOwn(options, value), error));
  return { kind: "checkboxes", ...words, options, schema: z.preprocess((typed) => (typed === undefined ? [] : [typed].flat()), known) };
}

/** At least one of several answers. */
export function someOf(options: Options, words: Words): Field<string[]> {
  const { schema, ...field } = anyOf(options, words);
  return { ...field, schema: schema.refine((chosen) => chosen.length > 0, words.error) };
}

/** Six digits that were sent or are shown elsewhere, typed or pasted, however they are spaced. */
export function oneTimeCode({ error, ...words }: Words): Field<string> {
  const schema = z.string(error).regex(/^\s*(\d[\s-]*){6}$/, error);
  return { kind: "text", ...words, autocomplete: "one-time-code", inputMode: "numeric", width: 10, schema };
}

interface TextWords extends Words {
  tooLong: (limit: number) => string;
  max?: number;
  kind?: "text" | "textarea";
  autocomplete?: string;
  width?: 10 | 20;
}

/** Words that must be there. The limit counts characters as people see them in the counter: UTF-16 units, line breaks as one. */
export function text({ error, tooLong, max = 500, kind = "text", ...shown }: TextWords): Field<string> {
  const schema = z.string({ error }).overwrite(tidied).min(1, error).max(max, tooLong(max));
  return { kind, ...shown, ...(kind === "textarea" ? { maxLength: max } : {}), schema };
}

interface OptionalText extends Words {
  kind: "text" | "textarea" | "tel" | "email" | "date" | "time";
  maxLength?: number;
  autocomplete?: string;
  width?: 10 | 20;
  /** Whether what was typed is right; `error` says what to do when it is not. */
  isRight: (typed: string) => boolean;
}

/** Words that may be left out; what is there must be right. */
export function optional({ error, isRight, ...shown }: OptionalText): Field<string> {
  const schema = z
    .string({ error })
    .default("")
    .overwrite(tidied)
    .refine((typed) => typed === "" || isRight(typed), error);
  return { ...shown, schema };
}

/** Browsers send line breaks as two characters, which the counter on the page counts as one. */
const tidied = (typed: string) => typed.replace(/\r\n?/g, "\n").trim();
