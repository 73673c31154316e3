import { LinkList } from "#app/components/link-list.tsx";
import { Panel } from "#app/components/panel.tsx";
import { PressForm } from "#app/components/press-form.tsx";
import { SummaryList } from "#app/components/summary-list.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { useSite } from "#app/features/site/site.tsx";
import type { Words } from "#app/languages/en.ts";

interface ConfirmationPageProps {
  title: string;
  reference: string;
  /** Where, what and which, in the words it was reported with. */
  problem: string[];
  appointment: { when: string; isTwoVisits: boolean } | null;
  /** It is in a shared area: nobody's door is opened. */
  isShared: boolean;
  waitsFor: string | null;
  callTime: string;
  due: string;
  /** Where it can be followed, and its visit taken into a calendar. */
  ways: { href: string; text: string }[];
  /** Where another report of the same person begins. */
  another: string;
}

function whileWaiting(waitsFor: string | null, callTime: string, { report: { confirmation } }: Words): string[] {
  if (waitsFor === "plan") return [confirmation.planned];
  if (waitsFor === "identity") return [confirmation.identity(callTime), confirmation.noCodes];
  return [waitsFor === "officer" ? confirmation.officer : confirmation.call(callTime)];
}

/** What happens next, sentence by sentence. Nothing is said to have been sent that was not. */
function nextSteps({ appointment, isShared, waitsFor, callTime, due }: ConfirmationPageProps, words: Words): string[] {
  const { confirmation } = words.report;
  if (!appointment) return [...whileWaiting(waitsFor, callTime, words), confirmation.target(due)];
  return [
    ...(isShared ? [] : [confirmation.adult]),
    confirmation.arrive,
    ...(appointment.isTwoVisits ? [confirmation.twoVisits] : []),
    confirmation.change,
  ];
}

/** The end of a report: what to keep, and what to expect. */
export function ConfirmationPage(props: ConfirmationPageProps) {
  const { title, reference, problem, appointment, ways, another } = props;
  const { words } = useSite();
  const { confirmation, places } = words.report;
  return (
    <PageLayout>
      <Panel title={title}>
        {confirmation.reference}
        <br />
        <strong>{reference}</strong>
      </Panel>
      <p className="govuk-body">{confirmation.keep}</p>
      <SummaryList
        rows={[
          ...(appointment ? [{ name: confirmation.appointment, value: appointment.when }] : []),
          { name: confirmation.problem, value: problem.join(", ") },
        ]}
      />
      <h2 className="govuk-heading-m">{confirmation.next}</h2>
      {nextSteps(props, words).map((sentence) => (
        <p className="govuk-body" key={sentence}>
          {sentence}
        </p>
      ))}
      <p className="govuk-body">{confirmation.worse}</p>
      <LinkList links={ways} className="govuk-list app-no-print" />
      <PressForm hint={places.another.hint} button={places.another.button} action={another} variant="secondary" preventDoubleClick />
    </PageLayout>
  );
}
