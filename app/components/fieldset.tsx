import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";
import type { Caption } from "#app/components/label.tsx";

export interface FieldsetProps {
  legend: Caption;
  describedBy?: string;
  className?: string;
  role?: "group";
  children?: ReactNode;
}

export function Fieldset({ legend, describedBy, className, role, children }: FieldsetProps) {
  return (
    <fieldset className={classes("govuk-fieldset", className)} role={role} aria-describedby={describedBy}>
      <legend className={classes("govuk-fieldset__legend", legend.size && `govuk-fieldset__legend--${legend.size}`)}>
        {legend.isPageHeading ? <h1 className="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
      </legend>
      {children}
    </fieldset>
  );
}
