import type { ReactNode } from "react";

/** `prefix` is what the exclamation mark says to people who do not see it: "Warning". */
export function WarningText({ prefix, children }: { prefix: string; children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{prefix}</span> {children}
      </strong>
    </div>
  );
}
