import { Fragment, type ReactNode } from "react";
import { classes } from "#app/components/classes.ts";
import { Hint } from "#app/components/hint.tsx";
import { Label } from "#app/components/label.tsx";

export type ChoiceKind = "radios" | "checkboxes";

export interface Choice {
  value: string;
  text: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** A word on a line of its own before this choice: "or". */
  divider?: ReactNode;
}

interface ControlProps {
  kind: ChoiceKind;
  name: string;
  describedBy?: string;
}

interface ControlsProps extends ControlProps {
  idPrefix: string;
  choices: Choice[];
  chosen: string[];
  className?: string;
  /** How many controls of the same name stand before these. */
  before?: number;
}

/** The numbers GOV.UK gives the controls of a list, from 1: a divider takes one too. */
function numbers(choices: Choice[], before: number): number[] {
  let number = before;
  return choices.map(({ divider }) => {
    number += divider ? 2 : 1;
    return number;
  });
}

function Control({ kind, name, describedBy, choice, id, checked }: ControlProps & { choice: Choice; id: string; checked: boolean }) {
  const hintId = choice.hint ? `${id}-item-hint` : undefined;
  return (
    <div className={`govuk-${kind}__item`}>
      <input
        className={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={kind === "radios" ? "radio" : "checkbox"}
        value={choice.value}
        defaultChecked={checked}
        disabled={choice.disabled}
        aria-describedby={classes(describedBy, hintId) || undefined}
      />
      <Label className={`govuk-${kind}__label`} htmlFor={id} text={choice.text} />
      {hintId && (
        <Hint id={hintId} className={`govuk-${kind}__hint`}>
          {choice.hint}
        </Hint>
      )}
    </div>
  );
}

/** The controls of a question, without what stands around them. */
export function ChoiceControls({ kind, idPrefix, choices, chosen, className, before = 0, ...rest }: ControlsProps) {
  const numbered = numbers(choices, before);
  const id = (index: number) => (numbered[index] === 1 ? idPrefix : `${idPrefix}-${numbered[index]}`);
  return (
    <div className={classes(`govuk-${kind}`, className)} data-module={`govuk-${kind}`}>
      {choices.map((choice, index) => (
        <Fragment key={choice.value}>
          {choice.divider && <div className={`govuk-${kind}__divider`}>{choice.divider}</div>}
          <Control kind={kind} {...rest} choice={choice} id={id(index)} checked={chosen.includes(choice.value)} />
        </Fragment>
      ))}
    </div>
  );
}
