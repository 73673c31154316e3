import { classes } from "#app/components/classes.ts";
import { Labelled } from "#app/components/form-group.tsx";
import { Hint } from "#app/components/hint.tsx";
import { TextareaControl, type TextareaProps } from "#app/components/textarea.tsx";

/** A sentence for each plural form of a language (Intl.PluralRules names them); `%{count}` stands for the number. */
export type Plural = { other: string } & Partial<Record<"zero" | "one" | "two" | "few" | "many", string>>;

export interface CharacterCountWords {
  /** Read with the question, and all that is shown without JavaScript. */
  limit: (max: number) => string;
  underLimit: Plural;
  atLimit: string;
  overLimit: Plural;
}

export interface CharacterCountProps extends Omit<TextareaProps, "describedBy"> {
  /** In characters, a new line being one. */
  maxLength: number;
  words: CharacterCountWords;
}

const forms = (key: string, plural: Plural) => Object.entries(plural).map(([form, text]) => [`data-i18n.${key}.${form}`, text]);

/** The attributes GOV.UK's script reads its sentences from. */
const messages = ({ underLimit, atLimit, overLimit }: CharacterCountWords) =>
  Object.fromEntries([
    ...forms("characters-under-limit", underLimit),
    ["data-i18n.characters-at-limit", atLimit],
    ...forms("characters-over-limit", overLimit),
  ]);

export function CharacterCount({ label, maxLength, words, className, ...props }: CharacterCountProps) {
  const { id = props.name, hint, error } = props;
  return (
    <div
      className={classes("govuk-form-group", error && "govuk-form-group--error", "govuk-character-count")}
      data-module="govuk-character-count"
      data-maxlength={maxLength}
      {...messages(words)}
    >
      <Labelled id={id} label={label} hint={hint} error={error} />
      <TextareaControl {...props} id={id} describedBy={`${id}-info`} className={classes("govuk-js-character-count", className)} />
      <Hint id={`${id}-info`} className="govuk-character-count__message">
        {words.limit(maxLength)}
      </Hint>
    </div>
  );
}
