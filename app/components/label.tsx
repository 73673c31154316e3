import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";

/** The words of a label or legend: `size` is GOV.UK's heading size, and a page's one question is its heading too. */
export interface Caption {
  text: ReactNode;
  size?: "s" | "m" | "l" | "xl";
  isPageHeading?: boolean;
}

export interface LabelProps extends Caption {
  htmlFor: string;
  className?: string;
}

export function Label({ text, size, isPageHeading, htmlFor, className }: LabelProps) {
  const label = (
    <label className={classes("govuk-label", size && `govuk-label--${size}`, className)} htmlFor={htmlFor}>
      {text}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
