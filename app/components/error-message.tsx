import type { ReactNode } from "react";

/** What is wrong with a field. `prefix` is said before it to people who do not see the red: "Error". */
export interface FieldError {
  prefix: string;
  text: ReactNode;
}

export function ErrorMessage({ id, prefix, text }: FieldError & { id: string }) {
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">{prefix}:</span> {text}
    </p>
  );
}
