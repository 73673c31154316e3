import { CharacterCount, type CharacterCountWords } from "#app/components/character-count.tsx";
import { Checkboxes, Radios } from "#app/components/choices.tsx";
import { Input, type InputProps } from "#app/components/input.tsx";
import type { Caption } from "#app/components/label.tsx";
import { Select } from "#app/components/select.tsx";
import { Textarea } from "#app/components/textarea.tsx";

/** A question's field as plain data: what a loader sends and a page shows. */
export interface FieldView {
  kind: "radios" | "checkboxes" | "select" | "text" | "textarea" | "tel" | "email" | "password" | "date";
  name: string;
  label: string;
  hint?: string;
  /** Words by value. Values that are whole numbers come first, in their own order. */
  options?: Record<string, string>;
  value?: string | string[];
  error?: string;
  autocomplete?: string;
  maxLength?: number;
  inputMode?: InputProps["inputMode"];
  width?: InputProps["width"];
}

export interface FieldWords {
  /** Said before an error to people who do not see that it is red: "Error". */
  error: string;
  /** The first line of a drop-down in which nothing is chosen yet: "Choose an address". */
  choose?: string;
  characterCount?: CharacterCountWords;
}

export interface FieldComponentProps {
  field: FieldView;
  words: FieldWords;
  /** The field is the page's one question, so its label is the heading. */
  isPageHeading?: boolean;
}

interface Parts extends FieldComponentProps {
  shared: { name: string; hint?: string; error?: { prefix: string; text: string } };
  caption: Caption;
}

/** Spelling and capitals are the phone's to correct in prose only. */
const typed = {
  text: { type: "text" },
  tel: { type: "tel", spellCheck: false, width: 20 },
  email: { type: "email", spellCheck: false, autocapitalize: "none" },
  password: { type: "password", spellCheck: false, autocapitalize: "none" },
  date: { type: "date", width: 10 },
} as const;

const choices = (options: FieldView["options"] = {}) => Object.entries(options).map(([value, text]) => ({ value, text }));

const first = (value: FieldView["value"]) => (Array.isArray(value) ? value[0] : value);

function ChoiceField({ field, shared, caption, isPageHeading }: Parts) {
  const props = { ...shared, legend: { ...caption, size: isPageHeading ? "l" : "s" } as const, choices: choices(field.options) };
  return field.kind === "radios" ? (
    <Radios {...props} value={first(field.value)} />
  ) : (
    <Checkboxes {...props} values={field.value === undefined ? [] : [field.value].flat()} />
  );
}

function DropDown({ field, words, shared, caption }: Parts) {
  const options = choices(field.options);
  return (
    <Select
      {...shared}
      label={caption}
      options={[...(words.choose ? [{ value: "", text: words.choose }] : []), ...options]}
      value={first(field.value)}
    />
  );
}

function ProseField({ field, words, shared, caption }: Parts) {
  const props = { ...shared, label: caption, value: first(field.value), autocomplete: field.autocomplete };
  const limit = field.maxLength;
  return words.characterCount && limit ? (
    <CharacterCount {...props} maxLength={limit} words={words.characterCount} />
  ) : (
    <Textarea {...props} />
  );
}

/** The right component for a field. Its first control has the field's name as id. */
export function Field(props: FieldComponentProps) {
  const { field, words, isPageHeading } = props;
  const { name, hint, error, kind } = field;
  const parts: Parts = {
    ...props,
    shared: { name, hint, error: error === undefined ? undefined : { prefix: words.error, text: error } },
    caption: isPageHeading ? { text: field.label, size: "l", isPageHeading } : { text: field.label },
  };
  if (kind === "radios" || kind === "checkboxes") return <ChoiceField {...parts} />;
  if (kind === "select") return <DropDown {...parts} />;
  if (kind === "textarea") return <ProseField {...parts} />;
  const { autocomplete, inputMode, width } = field;
  const own = typed[kind];
  return (
    <Input
      {...own}
      {...parts.shared}
      label={parts.caption}
      value={first(field.value)}
      {...{ autocomplete, inputMode }}
      {...(width && { width })}
    />
  );
}
