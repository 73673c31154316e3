import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";

interface Look {
  variant?: "secondary" | "warning" | "inverse";
  /** The button that begins a service, with an arrow. */
  isStart?: boolean;
  className?: string;
  children: ReactNode;
}

export interface ButtonProps extends Look {
  id?: string;
  name?: string;
  value?: string;
  type?: "submit" | "button" | "reset";
  disabled?: boolean;
  /** The single key that presses it, where shortcuts are on. */
  "data-key"?: string | undefined;
  /** A second press within a second does nothing, where JavaScript runs. */
  preventDoubleClick?: boolean;
}

export interface ButtonLinkProps extends Look {
  href: string;
}

function StartIcon() {
  return (
    <svg
      className="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

const look = ({ variant, isStart, className }: Look) =>
  classes("govuk-button", variant && `govuk-button--${variant}`, className, isStart && "govuk-button--start");

export function Button({ variant, isStart, className, children, type = "submit", preventDoubleClick, ...attributes }: ButtonProps) {
  return (
    <button
      type={type}
      className={look({ variant, isStart, className, children })}
      data-module="govuk-button"
      data-prevent-double-click={preventDoubleClick}
      aria-disabled={attributes.disabled}
      {...attributes}
    >
      {children}
      {isStart && <StartIcon />}
    </button>
  );
}

export function ButtonLink({ href, children, ...shape }: ButtonLinkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: GOV.UK's start button is a link that looks and answers to Space like a button
    <a href={href} role="button" draggable="false" className={look({ ...shape, children })} data-module="govuk-button">
      {children}
      {shape.isStart && <StartIcon />}
    </a>
  );
}
