import type { ReactNode } from "react";
import { PhoneLink } from "#app/features/site/phone-link.tsx";

interface UrgentCallProps {
  label: string;
  number: string;
  /** The number to call first: shown large. */
  isFirst?: boolean;
  note?: ReactNode;
}

/** Whom to call, and the number as something to press. */
export function UrgentCall({ label, number, isFirst, note }: UrgentCallProps) {
  return (
    <p className={isFirst ? "govuk-body app-urgent-call app-urgent-call--first" : "govuk-body app-urgent-call"}>
      <span className="app-urgent-call__label">{label}</span> <PhoneLink number={number} />
      {note && <span className="app-urgent-call__note"> {note}</span>}
    </p>
  );
}
