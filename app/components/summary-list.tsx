import type { ReactNode } from "react";
import { classes } from "#app/components/classes.ts";

interface SummaryAction {
  href: string;
  text: string;
  /** Read after the text, so that each "Change" says what it changes: "your name". */
  hidden?: string;
}

export interface SummaryRow {
  name: ReactNode;
  value: ReactNode;
  actions?: SummaryAction[];
}

export interface SummaryListProps {
  rows: SummaryRow[];
  hasBorders?: boolean;
  className?: string;
}

function ActionLink({ href, text, hidden }: SummaryAction) {
  return (
    <a className="govuk-link" href={href}>
      {text}
      {hidden && <span className="govuk-visually-hidden"> {hidden}</span>}
    </a>
  );
}

function Actions({ actions }: { actions: SummaryAction[] }) {
  const [only] = actions;
  if (!only) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {actions.length === 1 ? (
        <ActionLink {...only} />
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li className="govuk-summary-list__actions-list-item" key={action.href + action.text}>
              <ActionLink {...action} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

export function SummaryList({ rows, hasBorders = true, className }: SummaryListProps) {
  const anyActions = rows.some(({ actions }) => actions?.length);
  const rowClass = (row: SummaryRow) =>
    classes("govuk-summary-list__row", anyActions && !row.actions?.length && "govuk-summary-list__row--no-actions");
  return (
    <dl className={classes("govuk-summary-list", !hasBorders && "govuk-summary-list--no-border", className)}>
      {rows.map((row) => (
        <div className={rowClass(row)} key={String(row.name)}>
          <dt className="govuk-summary-list__key">{row.name}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          <Actions actions={row.actions ?? []} />
        </div>
      ))}
    </dl>
  );
}
