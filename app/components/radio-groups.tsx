import type { ReactNode } from "react";
import { type Choice, ChoiceControls } from "#app/components/choice-controls.tsx";
import type { FieldError } from "#app/components/error-message.tsx";
import { Fieldset } from "#app/components/fieldset.tsx";
import { descriptionOf, FormGroup, Notes } from "#app/components/form-group.tsx";
import type { Caption } from "#app/components/label.tsx";

interface RadioGroup {
  legend: Caption;
  choices: Choice[];
}

interface RadioGroupsProps {
  name: string;
  /** Shown one after another; only one choice of all of them can be made. */
  groups: RadioGroup[];
  value?: string;
  hint?: ReactNode;
  error?: FieldError;
}

/** One question whose answers stand under several headings, each a fieldset: the days of a picker. */
export function RadioGroups({ name, groups, value, hint, error }: RadioGroupsProps) {
  const chosen = value === undefined ? [] : [value];
  const describedBy = descriptionOf({ id: name, hint, error });
  let before = 0;
  return (
    <FormGroup error={error} className="app-radio-groups">
      <Notes id={name} hint={hint} error={error} />
      {groups.map(({ legend, choices }) => {
        const start = before;
        before += choices.length;
        return (
          <Fieldset key={choices[0]?.value} legend={legend} describedBy={describedBy}>
            <ChoiceControls kind="radios" name={name} idPrefix={name} choices={choices} chosen={chosen} before={start} />
          </Fieldset>
        );
      })}
    </FormGroup>
  );
}
