import { classes } from "#app/components/classes.ts";
import { descriptionOf, type FieldProps, FormGroup, Labelled } from "#app/components/form-group.tsx";

export interface TextareaProps extends FieldProps {
  value?: string;
  rows?: number;
  autocomplete?: string;
  spellCheck?: boolean;
}

type ControlProps = Omit<TextareaProps, "label"> & { id: string };

/** The control alone, for fields that put more around it. */
export function TextareaControl({ hint, error, describedBy, className, value, rows = 5, autocomplete, ...rest }: ControlProps) {
  return (
    <textarea
      className={classes("govuk-textarea", error && "govuk-textarea--error", className)}
      rows={rows}
      defaultValue={value}
      autoComplete={autocomplete}
      aria-describedby={descriptionOf({ id: rest.id, hint, error, describedBy })}
      {...rest}
    />
  );
}

export function Textarea({ label, ...props }: TextareaProps) {
  const { id = props.name, hint, error } = props;
  return (
    <FormGroup error={error}>
      <Labelled id={id} label={label} hint={hint} error={error} />
      <TextareaControl {...props} id={id} />
    </FormGroup>
  );
}
