import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";
import { ErrorMessage, type FieldError } from "#app/components/error-message.tsx";
import { Hint } from "#app/components/hint.tsx";
import { type Caption, Label } from "#app/components/label.tsx";

/** What every field of one control takes. The control's id is `id`, or else its name, so an error summary can link to it. */
export interface FieldProps {
  name: string;
  id?: string;
  label: Caption;
  hint?: ReactNode;
  error?: FieldError;
  describedBy?: string;
  className?: string;
  disabled?: boolean;
}

type Described = Pick<FieldProps, "hint" | "error" | "describedBy"> & { id: string };

/** The ids of everything that describes a control, for aria-describedby; undefined where nothing does. */
export function descriptionOf({ id, hint, error, describedBy }: Described): string | undefined {
  return classes(describedBy, hint !== undefined && `${id}-hint`, error && `${id}-error`) || undefined;
}

/** The hint and the error of a field, in the order they are read. */
export function Notes({ id, hint, error }: Omit<Described, "describedBy">) {
  return (
    <>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`} {...error} />}
    </>
  );
}

export function FormGroup({ error, className, children }: { error?: FieldError; className?: string; children: ReactNode }) {
  return <div className={classes("govuk-form-group", error && "govuk-form-group--error", className)}>{children}</div>;
}

/** Label, hint and error above a single control. */
export function Labelled({ id, label, hint, error }: Pick<FieldProps, "label" | "hint" | "error"> & { id: string }) {
  return (
    <>
      <Label htmlFor={id} {...label} />
      <Notes id={id} hint={hint} error={error} />
    </>
  );
}
