import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { type HoldView, Unheld } from "#app/features/report/hold-warning.tsx";
import { JourneyForm } from "#app/features/report/journey-form.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface CheckPageProps {
  back: string;
  sections: { heading: string; rows: SummaryRow[] }[];
  /** Whether sending it books a visit; otherwise we call. */
  books: boolean;
  hold?: HoldView | undefined;
  /** The time shown is not held. */
  isUnheld: boolean;
}

/** Everything that was answered, before it is sent. */
export function CheckPage({ back, sections, books, hold, isUnheld }: CheckPageProps) {
  const { words } = useSite();
  const { check, slot } = words.report;
  return (
    <PageLayout back={{ href: back }} title={check.title}>
      {sections.map(({ heading, rows }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          <SummaryList rows={rows} />
        </section>
      ))}
      {hold && <p className="govuk-body">{slot.held(words.format.time(hold.until))}</p>}
      {isUnheld && <Unheld />}
      <p className="govuk-body">{check.promise}</p>
      <JourneyForm hold={hold} button={books ? check.book : check.send}>
        {null}
      </JourneyForm>
    </PageLayout>
  );
}
