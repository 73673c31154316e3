import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";

export interface HintProps {
  id: string;
  className?: string;
  children: ReactNode;
}

export function Hint({ id, className, children }: HintProps) {
  return (
    <div id={id} className={classes("govuk-hint", className)}>
      {children}
    </div>
  );
}
