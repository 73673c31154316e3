import type { ReactNode } from "react";

export interface DetailsProps {
  id?: string;
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}

export function Details({ id, summary, open, children }: DetailsProps) {
  return (
    <details id={id} className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
