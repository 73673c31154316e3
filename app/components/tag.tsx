import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";

export type TagColour = "grey" | "green" | "teal" | "purple" | "magenta" | "red" | "orange" | "yellow";

export function Tag({ colour, children }: { colour?: TagColour; children: ReactNode }) {
  return <strong className={classes("govuk-tag", colour && `govuk-tag--${colour}`)}>{children}</strong>;
}
