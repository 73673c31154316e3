import type { ReactNode } from "react";
import { InsetText } from "#app/components/inset-text.tsx";
import { EmergencyAdvice } from "#app/features/advice/emergency-advice.tsx";
import { FireAdvice } from "#app/features/advice/fire-advice.tsx";
import { GasAdvice } from "#app/features/advice/gas-advice.tsx";
import { NotListed } from "#app/features/report/not-listed.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { WaysToReach } from "#app/features/site/ways-to-reach.tsx";
import type { Words } from "#app/languages/en.ts";

export interface AdviceProps {
  slug: string;
  /** The draft's id, for links within the journey. */
  draft: string;
  postcode?: string | undefined;
  /** The kind of emergency, as the emergency question names it. */
  emergency?: string | undefined;
  /** What the words of the description may mean, where they are warned of. */
  danger?: keyof Words["report"]["warning"]["titles"] | undefined;
  /** By when staff plan to do the work, in words. */
  due?: string | undefined;
  /** Staff see this report even if it is not sent. */
  isSeen?: boolean | undefined;
  /** Why the report ends in a call, where it does. */
  reason?: keyof Words["report"]["callBack"]["why"] | undefined;
  /** How the home is held, as the person says. */
  tenure?: string | undefined;
  /** The repair that is reported already. */
  known?: string | undefined;
  /** The report is for somebody else. */
  isForOther?: boolean;
}

type Advised = (props: AdviceProps) => ReactNode;

function EmergencyRepair({ emergency }: AdviceProps) {
  const { words } = useSite();
  return (
    <>
      <p className="govuk-body-l">{words.report.emergencyRepair.why}</p>
      <EmergencyAdvice kind={emergency ?? ""} />
    </>
  );
}

/** What the description may mean, and what to do if it does. */
function Warning({ danger }: AdviceProps) {
  return (
    <>
      <p className="govuk-body-l">{useSite().words.report.warning.why}</p>
      {danger === "fire" && <FireAdvice />}
      {danger === "electrics" && <EmergencyAdvice kind="unsafe-electrics" />}
      {(danger === "gas" || danger === "carbon-monoxide") && <GasAdvice />}
    </>
  );
}

/** Why we call instead of showing a calendar. */
function CallBack({ reason }: AdviceProps) {
  const { why } = useSite().words.report.callBack;
  return reason ? <p className="govuk-body">{why[reason]}</p> : null;
}

/** The same words for everybody, whatever the reason: they tell a stranger nothing about the home. */
function PleaseCall() {
  const { pleaseCall } = useSite().words.report;
  return (
    <>
      <p className="govuk-body">{pleaseCall.text}</p>
      <p className="govuk-body">{pleaseCall.how}</p>
      <WaysToReach />
      <p className="govuk-body">{pleaseCall.kept}</p>
    </>
  );
}

/** Nobody need be in: there is nothing to choose, only a date to know. */
function Planned({ due }: AdviceProps) {
  const { planned } = useSite().words.report;
  return (
    <>
      <p className="govuk-body">{planned.nobody}</p>
      {due && <InsetText>{planned.by(due)}</InsetText>}
    </>
  );
}

function Contact({ isForOther }: AdviceProps) {
  const { contact, places } = useSite().words.report;
  return <p className="govuk-body">{isForOther ? places.forThem.contact.hint : contact.hint}</p>;
}

function Person() {
  return <p className="govuk-body">{useSite().words.report.places.person.hint}</p>;
}

/** Why the landlord does not do it, and who does help. */
function NotOurs({ tenure = "rent" }: AdviceProps) {
  const { reasons, ...said } = useSite().words.report.places.notOurs;
  return (
    <>
      <p className="govuk-body">{reasons[tenure as keyof typeof reasons]}</p>
      <h2 className="govuk-heading-m">{said.helpHeading}</h2>
      <p className="govuk-body">{said.help}</p>
      <p className="govuk-body">{said.ours}</p>
    </>
  );
}

function OwnJob() {
  return <p className="govuk-body">{useSite().words.report.ownJob.text}</p>;
}

/** Said before anything is typed that staff may see. */
function Seen() {
  return <InsetText>{useSite().words.report.seen}</InsetText>;
}

function AlreadyReported({ known }: AdviceProps) {
  return (
    <>
      <InsetText>{known}</InsetText>
      <p className="govuk-body">{useSite().words.report.places.alreadyReported.text}</p>
    </>
  );
}

function Request() {
  return <p className="govuk-body">{useSite().words.report.places.request.lead}</p>;
}

/** What stands between the heading and the question, by page; most pages have nothing. */
const advice: Readonly<Record<string, Advised>> = {
  gas: () => <GasAdvice />,
  fire: () => <FireAdvice />,
  warning: (props) => <Warning {...props} />,
  "call-us": ({ emergency }) => <EmergencyAdvice kind={emergency ?? ""} />,
  "emergency-repair": (props) => <EmergencyRepair {...props} />,
  contact: (props) => <Contact {...props} />,
  person: () => <Person />,
  "already-reported": (props) => <AlreadyReported {...props} />,
  request: () => <Request />,
  "not-ours": (props) => <NotOurs {...props} />,
  "own-job": () => <OwnJob />,
  "please-call": () => <PleaseCall />,
  planned: (props) => <Planned {...props} />,
  "call-back": (props) => <CallBack {...props} />,
  "no-homes": (props) => <NotListed {...props} />,
  "not-listed": (props) => <NotListed {...props} />,
};

export function Advice(props: AdviceProps) {
  return (
    <>
      {advice[props.slug]?.(props)}
      {props.isSeen && <Seen />}
    </>
  );
}
