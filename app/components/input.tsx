import type { HTMLInputTypeAttribute, InputHTMLAttributes } from "react";
import { classes } from "#app/components/classes.ts";
import { descriptionOf, type FieldProps, FormGroup, Labelled } from "#app/components/form-group.tsx";

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export interface InputProps extends FieldProps {
  type?: HTMLInputTypeAttribute;
  value?: string | number;
  autocomplete?: string;
  autocapitalize?: "none" | "characters" | "words" | "sentences";
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  spellCheck?: boolean;
  autoFocus?: boolean;
  /** The shortcut that leads to it, where somebody has turned shortcuts on. */
  "data-key"?: string;
  /** About how many characters the answer has. */
  width?: InputWidth;
}

export function Input({ name, id = name, label, hint, error, type = "text", width, className, ...rest }: InputProps) {
  const { value, autocomplete, autocapitalize, describedBy, ...attributes } = rest;
  return (
    <FormGroup error={error}>
      <Labelled id={id} label={label} hint={hint} error={error} />
      <input
        className={classes("govuk-input", className, width && `govuk-input--width-${width}`, error && "govuk-input--error")}
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autocomplete}
        autoCapitalize={autocapitalize}
        aria-describedby={descriptionOf({ id, hint, error, describedBy })}
        {...attributes}
      />
    </FormGroup>
  );
}
