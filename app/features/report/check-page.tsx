import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { WarningText } from "#app/components/warning-text.tsx";
import { type HoldView, Unheld } from "#app/features/report/hold-warning.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface CheckPageProps {
  back: string;
  sections: { heading: string; rows: SummaryRow[] }[];
  /** What sending it does: books a visit, tells whoever is on duty, or has us call. */
  sends: "booking" | "emergency" | "report";
  hold?: HoldView | undefined;
  /** The time shown is not held. */
  isUnheld: boolean;
}

/** Everything that was answered, before it is sent. */
export function CheckPage({ back, sections, sends, hold, isUnheld }: CheckPageProps) {
  const { words } = useSite();
  const { check, slot, cannotCall } = words.report;
  const buttons = { booking: check.book, emergency: cannotCall.send, report: check.send };
  return (
    <PageLayout back={{ href: back }} title={check.title}>
      {sends === "emergency" && <WarningText prefix={words.site.warning}>{cannotCall.sendNow}</WarningText>}
      {sections.map(({ heading, rows }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <SummaryList rows={rows} />
        </section>
      ))}
      {hold && <p className="govuk-body">{slot.held(words.format.time(hold.until))}</p>}
      {isUnheld && <Unheld />}
      <p className="govuk-body">{check.promise}</p>
      <JourneyForm hold={hold} button={buttons[sends]}>
        {null}
      </JourneyForm>
    </PageLayout>
  );
}
