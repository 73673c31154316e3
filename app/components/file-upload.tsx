import { classes } from "#app/components/classes.ts";
import { descriptionOf, type FieldProps, FormGroup, Labelled } from "#app/components/form-group.tsx";

export interface FileUploadProps extends FieldProps {
  /** The kinds of file that are offered: "image/jpeg,image/png". */
  accept?: string;
  multiple?: boolean;
}

/** The browser's own control: it needs no script, and says itself what was chosen. */
export function FileUpload({ name, id = name, label, hint, error, describedBy, className, ...attributes }: FileUploadProps) {
  return (
    <FormGroup error={error}>
      <Labelled id={id} label={label} hint={hint} error={error} />
      <input
        className={classes("govuk-file-upload", className, error && "govuk-file-upload--error")}
        id={id}
        name={name}
        type="file"
        aria-describedby={descriptionOf({ id, hint, error, describedBy })}
        {...attributes}
      />
    </FormGroup>
  );
}
