// @vitest-environment jsdom
import type { Choice } from "#app/components/choice-controls.tsx";
import { Checkboxes, Radios } from "#app/components/choices.tsx";
import { caption, conforms, type Text } from "#tests/components/govuk-fixtures.ts";

interface ChoiceOption {
  value?: string | number;
  text?: string;
  hint?: Text;
  checked?: boolean;
  disabled?: boolean;
  divider?: string;
}

interface ChoicesOptions {
  name: string;
  hint?: Text;
  errorMessage?: Text;
  describedBy?: string;
  classes?: string;
  idPrefix?: string;
  fieldset?: { legend: Text; describedBy?: string };
  items: ChoiceOption[];
  value?: string;
  values?: string[];
}

/** The macro's list has dividers between choices; ours says them with the choice that follows. */
function choicesOf(items: ChoiceOption[]): Choice[] {
  const dividers = items.map((_, index) => items[index - 1]?.divider);
  return items
    .map(({ value, text, hint, disabled }, index) => ({ value: String(value), text, hint: hint?.text, disabled, divider: dividers[index] }))
    .filter(({ text }) => text !== undefined);
}

const choices = ({ items, fieldset, ...options }: ChoicesOptions) => ({
  name: options.name,
  idPrefix: options.idPrefix,
  choices: choicesOf(items),
  legend: fieldset && caption(fieldset.legend),
  hint: options.hint?.text,
  error: options.errorMessage && { prefix: "Error", text: options.errorMessage.text },
  describedBy: fieldset?.describedBy ?? options.describedBy,
  className: options.classes,
});

const checkedOf = (items: ChoiceOption[]) => items.filter(({ checked }) => checked).map(({ value }) => String(value));

conforms<ChoicesOptions>({
  component: "radios",
  fixtures: [
    "default",
    "with hint",
    "with a divider",
    "small with a divider",
    "without fieldset",
    "with fieldset and error message",
    "with very long option text",
    "small with long text",
    "inline",
    "small inline",
    "with idPrefix",
    "minimal items and name",
    "fieldset with describedBy",
    "with hints on parent and items",
    "with describedBy and hint",
    "with error message",
    "with error message and idPrefix",
    "with hint and error message",
    "with hint, error message and describedBy",
    "with fieldset, error message and describedBy",
    "prechecked using value",
  ],
  render: (options) => <Radios {...choices(options)} value={options.value ?? checkedOf(options.items)[0]} />,
});

conforms<ChoicesOptions>({
  component: "checkboxes",
  fixtures: [
    "default",
    "with hint",
    "with legend as a page heading",
    "with error message",
    "with very long option text",
    "small",
    "small with long text",
    "small with error",
    "with idPrefix",
    "classes",
    "with fieldset describedBy",
    "with checked item",
    "multiple hints",
    "with error message and hint",
    "with error, hint and fieldset describedBy",
    "with error message and fieldset describedBy",
    "with single option set 'aria-describedby' on input, and describedBy",
    "with single option (and hint) set 'aria-describedby' on input, and describedBy",
    "with error and idPrefix",
  ],
  render: (options) => <Checkboxes {...choices(options)} values={options.values ?? checkedOf(options.items)} />,
});
