import type { ReactNode } from "react";

export interface ErrorSummaryProps {
  title: string;
  description?: ReactNode;
  /** `href` leads to the first control of the field: `#name`. */
  errors: { text: ReactNode; href?: string }[];
}

export function ErrorSummary({ title, description, errors }: ErrorSummaryProps) {
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li key={`${href} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
