import { InsetText } from "#app/components/inset-text.tsx";
import { SummaryList } from "#app/components/summary-list.tsx";
import { EmergencyAdvice } from "#app/features/advice/emergency-advice.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface EmergencySentPageProps {
  title: string;
  reference: string;
  problem: string[];
  emergency: {
    kind: string | null;
    /** When somebody on duty said that they had seen it. */
    seen: string | null;
    /** When this was true: local HH:MM. */
    checked: string;
  };
  due: string;
}

/** An emergency whose tenant cannot call: whether it has been seen, and what to do meanwhile. The numbers stay first, seen or not. */
export function EmergencySentPage({ title, reference, problem, emergency, due }: EmergencySentPageProps) {
  const { emergencySent } = useSite().words.report;
  const { kind, seen, checked } = emergency;
  return (
    <PageLayout title={title}>
      <p className="govuk-body-l">{emergencySent.reference(reference)}</p>
      <InsetText>
        <p className="govuk-body">{seen ? emergencySent.seenBy(seen) : emergencySent.notYet}</p>
        <p className="govuk-body app-no-print">
          {emergencySent.checked(checked)}{" "}
          <a className="govuk-link" href="?">
            {emergencySent.again}
          </a>
        </p>
      </InsetText>
      <EmergencyAdvice kind={kind ?? ""} />
      <p className="govuk-body">{emergencySent.target(due)}</p>
      <SummaryList rows={[{ name: emergencySent.reported, value: problem.join(", ") }]} />
    </PageLayout>
  );
}
