// @vitest-environment jsdom
import { CharacterCount, type CharacterCountWords } from "#app/components/character-count.tsx";
import { ErrorMessage } from "#app/components/error-message.tsx";
import { Fieldset } from "#app/components/fieldset.tsx";
import { FileUpload } from "#app/components/file-upload.tsx";
import { Hint } from "#app/components/hint.tsx";
import { Input, type InputWidth } from "#app/components/input.tsx";
import { Label } from "#app/components/label.tsx";
import { Select } from "#app/components/select.tsx";
import { Textarea } from "#app/components/textarea.tsx";
import { caption, conforms, type Text } from "#tests/components/govuk-fixtures.ts";

interface FieldOptions {
  name: string;
  id?: string;
  label: Text;
  hint?: Text;
  errorMessage?: Text;
  describedBy?: string;
  classes?: string;
  disabled?: boolean;
}

const error = (message?: Text) => message && { prefix: "Error", text: message.text };

const field = ({ name, id, label, hint, errorMessage, describedBy, disabled }: FieldOptions) => ({
  name,
  id,
  label: caption(label),
  hint: hint?.text,
  error: error(errorMessage),
  describedBy,
  disabled,
});

conforms<Text & { id: string }>({
  component: "hint",
  fixtures: ["classes", "id"],
  render: ({ id, classes, text }) => (
    <Hint id={id} className={classes}>
      {text}
    </Hint>
  ),
});

conforms<Text & { for: string }>({
  component: "label",
  fixtures: ["for"],
  render: (options) => <Label htmlFor={options.for} {...caption(options)} />,
});

conforms<Text & { id: string }>({
  component: "error-message",
  fixtures: ["id"],
  render: ({ id, text }) => <ErrorMessage id={id} prefix="Error" text={text} />,
});

conforms<{ legend: Text; describedBy?: string; classes?: string; role?: "group" }>({
  component: "fieldset",
  fixtures: [
    "default",
    "styled as xl text",
    "styled as large text",
    "styled as medium text",
    "styled as small text",
    "as page heading xl",
    "as page heading l",
    "as page heading m",
    "as page heading s",
    "as page heading without class",
    "with describedBy",
    "html as text",
    "classes",
    "role",
  ],
  render: ({ legend, describedBy, classes, role }) => (
    <Fieldset legend={caption(legend)} describedBy={describedBy} className={classes} role={role} />
  ),
});

conforms<
  FieldOptions & {
    type?: string;
    value?: string | number;
    autocomplete?: string;
    autocapitalize?: "none";
    inputmode?: "decimal";
    spellcheck?: boolean;
  }
>({
  component: "input",
  fixtures: [
    "default",
    "with hint text",
    "with error message",
    "with error and hint",
    "with width-2 class",
    "with width-3 class",
    "with width-4 class",
    "with width-5 class",
    "with width-10 class",
    "with width-20 class",
    "with width-30 class",
    "with label as page heading",
    "classes",
    "id",
    "custom type",
    "value",
    "zero value",
    "with describedBy",
    "hint with describedBy",
    "error with describedBy",
    "with error, hint and describedBy",
    "inputmode",
    "with autocomplete attribute",
    "with autocapitalize turned off",
    "with spellcheck enabled",
    "with spellcheck disabled",
    "disabled",
  ],
  render: ({ type, value, autocomplete, autocapitalize, inputmode, spellcheck, ...options }) => {
    const width = options.classes?.match(/^govuk-input--width-(\d+)$/)?.[1];
    return (
      <Input
        {...field(options)}
        {...{ type, value, autocomplete, autocapitalize }}
        inputMode={inputmode}
        spellCheck={spellcheck}
        className={width ? undefined : options.classes}
        width={width ? (Number(width) as InputWidth) : undefined}
      />
    );
  },
});

conforms<FieldOptions & { value?: string; rows?: number; autocomplete?: string; spellcheck?: boolean }>({
  component: "textarea",
  fixtures: [
    "default",
    "with hint",
    "with error message",
    "with default value",
    "with custom rows",
    "with label as page heading",
    "with autocomplete attribute",
    "with spellcheck enabled",
    "with spellcheck disabled",
    "classes",
    "id",
    "with describedBy",
    "with hint and described by",
    "with error message and described by",
    "with hint and error message",
    "with hint, error message and described by",
  ],
  render: ({ value, rows, autocomplete, spellcheck, ...options }) => (
    <Textarea {...field(options)} {...{ value, rows, autocomplete }} spellCheck={spellcheck} className={options.classes} />
  ),
});

const words: CharacterCountWords = {
  limit: (max) => `You can enter up to ${max} characters`,
  underLimit: { one: "%{count} more", other: "%{count} more" },
  atLimit: "No more",
  overLimit: { one: "%{count} too many", other: "%{count} too many" },
};

conforms<FieldOptions & { maxlength: number; rows?: number; value?: string }>({
  component: "character-count",
  fixtures: [
    "default",
    "with hint",
    "with default value",
    "with default value exceeding limit",
    "with custom rows",
    "with label as page heading",
    "id",
    "classes",
    "custom classes with error message",
  ],
  // The macro leaves its own English to the script; ours always says the sentences.
  ignoredAttributes: /^data-i18n/,
  render: ({ maxlength, rows, value, ...options }) => (
    <CharacterCount {...field(options)} {...{ rows, value, words }} className={options.classes} maxLength={maxlength} />
  ),
});

interface Option {
  value: string | number;
  text: string;
  selected?: boolean;
  disabled?: boolean;
}

function selectedOf(items: Option[], value?: string | number): string | undefined {
  const chosen = value ?? items.find(({ selected }) => selected)?.value;
  return chosen === undefined ? undefined : String(chosen);
}

conforms<FieldOptions & { value?: string | number; items: Option[] }>({
  component: "select",
  fixtures: [
    "default",
    "with hint text and error message",
    "with label as page heading",
    "with describedBy",
    "error",
    "with selected value",
  ],
  render: ({ items, value, ...options }) => (
    <Select
      {...field(options)}
      options={items.map((option) => ({ value: String(option.value), text: option.text, disabled: option.disabled }))}
      value={selectedOf(items, value)}
    />
  ),
});

conforms<FieldOptions & { multiple?: boolean; disabled?: boolean }>({
  component: "file-upload",
  fixtures: [
    "default",
    "with hint text",
    "with error message and hint",
    "with label as page heading",
    "allows multiple files",
    "with describedBy",
  ],
  render: ({ label, hint, errorMessage, classes, multiple, ...options }) => (
    <FileUpload {...options} label={caption(label)} hint={hint?.text} error={error(errorMessage)} className={classes} multiple={multiple} />
  ),
});
