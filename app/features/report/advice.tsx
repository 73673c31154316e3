import type { ReactNode } from "react";
import { EmergencyAdvice } from "#app/features/advice/emergency-advice.tsx";
import { GasAdvice } from "#app/features/advice/gas-advice.tsx";
import { NotListed } from "#app/features/report/not-listed.tsx";
import type { QuestionPageProps } from "#app/features/report/question-page.tsx";
import { useSite } from "#app/features/site/site.tsx";

type Advised = (props: QuestionPageProps) => ReactNode;

function EmergencyRepair() {
  const { words } = useSite();
  return (
    <>
      <p className="govuk-body-l">{words.report.emergencyRepair.why}</p>
      <EmergencyAdvice />
    </>
  );
}

/** Why we call instead of showing a calendar. */
function CallBack({ reason }: QuestionPageProps) {
  const { why } = useSite().words.report.callBack;
  return reason ? <p className="govuk-body">{why[reason]}</p> : null;
}

function Contact() {
  return <p className="govuk-body">{useSite().words.report.contact.hint}</p>;
}

function OwnJob() {
  return <p className="govuk-body">{useSite().words.report.ownJob.text}</p>;
}

/** What stands between the heading and the question, by page; most pages have nothing. */
const advice: Readonly<Record<string, Advised>> = {
  gas: () => <GasAdvice />,
  "call-us": ({ emergency }) => <EmergencyAdvice kind={emergency ?? ""} />,
  "emergency-repair": () => <EmergencyRepair />,
  contact: () => <Contact />,
  "own-job": () => <OwnJob />,
  "call-back": (props) => <CallBack {...props} />,
  "no-homes": (props) => <NotListed {...props} />,
  "not-listed": (props) => <NotListed {...props} />,
};

export function Advice(props: QuestionPageProps) {
  return advice[props.slug]?.(props) ?? null;
}
