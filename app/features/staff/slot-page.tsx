import { Button } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import type { SlotChange } from "#app/domain/slot-state.ts";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface StaffSlotPageProps {
  staffView: StaffView;
  title: string;
  week: string;
  rows: SummaryRow[];
  changes: readonly SlotChange[];
  reason: FieldView;
  /** Who can take the visit over; undefined where there is none to take. */
  takers: FieldView | undefined;
  history: string[];
  /** What is wrong with the whole: it has changed meanwhile. */
  problem: string | undefined;
}

/** Stopping and withdrawing ask why; both are buttons of one form. */
function Close({ changes, reason }: { changes: readonly SlotChange[]; reason: FieldView }) {
  const { close, changes: names, hints } = staff.slot;
  const { site } = useSite().words;
  return (
    <>
      <h2 className="govuk-heading-m">{close}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li key={change}>
            <strong>{names[change]}</strong>: {hints[change]}
          </li>
        ))}
      </ul>
      <form method="post" noValidate className="app-staff-form">
        <Field field={reason} words={site} />
        <div className="govuk-button-group">
          {changes.map((change) => (
            <Button key={change} name="change" value={change} variant={change === "withdraw" ? "warning" : "secondary"}>
              {names[change]}
            </Button>
          ))}
        </div>
      </form>
    </>
  );
}

function Reopen() {
  const { changes, hints } = staff.slot;
  return (
    <>
      <h2 className="govuk-heading-m">{changes.reopen}</h2>
      <p className="govuk-body">{hints.reopen}</p>
      <StaffForm hidden={{ change: "reopen" }} button={changes.reopen} variant="secondary" />
    </>
  );
}

function Give({ takers }: { takers: FieldView }) {
  const { give } = staff.slot;
  return (
    <>
      <h2 className="govuk-heading-m">{give.heading}</h2>
      {takers.options ? (
        <>
          <p className="govuk-body">{give.why}</p>
          <StaffForm fields={[takers]} hidden={{ change: "give" }} button={give.button} />
        </>
      ) : (
        <p className="govuk-body">{give.nobody}</p>
      )}
    </>
  );
}

/** One slot: whose it is, the visit in it, and everything that can be done to it. */
export function StaffSlotPage({ staffView, title, week, rows, changes, reason, takers, history, problem }: StaffSlotPageProps) {
  const { back, history: heading } = staff.slot;
  const closing = changes.filter((change) => change !== "reopen");
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={takers ? [takers, reason] : [reason]} problem={problem} />
      <p className="govuk-body">
        <a className="govuk-link" href={week}>
          {back}
        </a>
      </p>
      <SummaryList rows={rows} />
      {takers && <Give takers={takers} />}
      {changes.includes("reopen") && <Reopen />}
      {closing.length > 0 && <Close changes={closing} reason={reason} />}
      {history.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{heading}</h2>
          <ol className="govuk-list govuk-list--number">
            {history.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
    </StaffLayout>
  );
}
