import type { ReactNode } from "react";
import { type Choice, ChoiceControls, type ChoiceKind } from "#app/components/choice-controls.tsx";
import type { FieldError } from "#app/components/error-message.tsx";
import { Fieldset } from "#app/components/fieldset.tsx";
import { descriptionOf, FormGroup, Notes } from "#app/components/form-group.tsx";
import type { Caption } from "#app/components/label.tsx";

interface ChoicesProps {
  name: string;
  /** The id of the first control (the next are `-2`, `-3`…); the name where it is left out. */
  idPrefix?: string;
  choices: Choice[];
  /** Left out: no fieldset, and something else must name the group. */
  legend?: Caption;
  hint?: ReactNode;
  error?: FieldError;
  describedBy?: string;
  className?: string;
}

export interface RadiosProps extends ChoicesProps {
  value?: string;
}

export interface CheckboxesProps extends ChoicesProps {
  values?: string[];
}

function Choices({ kind, chosen, legend, ...props }: ChoicesProps & { kind: ChoiceKind; chosen: string[] }) {
  const { name, idPrefix = name, hint, error, choices, className } = props;
  const describedBy = descriptionOf({ id: idPrefix, hint, error, describedBy: props.describedBy });
  const onEach = kind === "checkboxes" && !legend ? describedBy : undefined;
  const inner = (
    <>
      <Notes id={idPrefix} hint={hint} error={error} />
      <ChoiceControls {...{ kind, name, idPrefix, choices, chosen, className }} describedBy={onEach} />
    </>
  );
  if (!legend) return <FormGroup error={error}>{inner}</FormGroup>;
  return (
    <FormGroup error={error}>
      <Fieldset legend={legend} describedBy={describedBy}>
        {inner}
      </Fieldset>
    </FormGroup>
  );
}

export function Radios({ value, ...props }: RadiosProps) {
  return <Choices kind="radios" chosen={value === undefined ? [] : [value]} {...props} />;
}

export function Checkboxes({ values = [], ...props }: CheckboxesProps) {
  return <Choices kind="checkboxes" chosen={values} {...props} />;
}
