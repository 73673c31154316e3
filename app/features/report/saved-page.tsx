import { Panel } from "#app/components/panel.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";

interface SavedPageProps {
  title: string;
  reference: string;
  /** What happens next, sentence by sentence. */
  steps: string[];
}

/** The end of what is no repair of its own: what to keep, and what to expect. */
export function SavedPage({ title, reference, steps }: SavedPageProps) {
  const { confirmation, places } = useSite().words.report;
  return (
    <PageLayout>
      <Panel title={title}>
        {places.saved.reference}
        <br />
        <strong>{reference}</strong>
      </Panel>
      <p className="govuk-body">{confirmation.keep}</p>
      <h2 className="govuk-heading-m">{confirmation.next}</h2>
      {steps.map((step) => (
        <p className="govuk-body" key={step}>
          {step}
        </p>
      ))}
      <p className="govuk-body">{places.saved.worse}</p>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href="/">
          {places.saved.home}
        </a>
      </p>
    </PageLayout>
  );
}
