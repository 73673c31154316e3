import { classes } from "#app/components/classes.ts";
import { descriptionOf, type FieldProps, FormGroup, Labelled } from "#app/components/form-group.tsx";

export interface SelectProps extends FieldProps {
  options: { value: string; text: string; disabled?: boolean }[];
  value?: string;
}

export function Select({ name, id = name, label, hint, error, describedBy, className, options, value, disabled }: SelectProps) {
  return (
    <FormGroup error={error}>
      <Labelled id={id} label={label} hint={hint} error={error} />
      <select
        className={classes("govuk-select", className, error && "govuk-select--error")}
        id={id}
        name={name}
        defaultValue={value}
        disabled={disabled}
        aria-describedby={descriptionOf({ id, hint, error, describedBy })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
