import { Button } from "#app/components/button.tsx";
import { Details } from "#app/components/details.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { Tag } from "#app/components/tag.tsx";
import { AlreadyReported, type ReportedAround } from "#app/features/contact-centre/already-reported.tsx";
import { ComplaintButton } from "#app/features/contact-centre/complaint-button.tsx";
import { EmergencyFirst } from "#app/features/contact-centre/emergency-first.tsx";
import { RunningCall, type RunningCallView } from "#app/features/contact-centre/running-call.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { HiddenFields, StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface Check {
  fields: FieldView[];
  note: string | undefined;
  problem: string | undefined;
  button: string;
}

interface CallPageProps {
  staffView: StaffView;
  title: string;
  path: string;
  standing: keyof typeof staff.desk.call.standings;
  rows: SummaryRow[];
  emergency: FieldView | undefined;
  /** None once it is over. */
  check: Check | undefined;
  callBack: string | undefined;
  reports: { tenant: string; text: string }[];
  /** None before the caller is known. */
  around: ReportedAround[] | undefined;
  unsent: { draft: string; text: string }[];
  saved: string | undefined;
  /** The call that this agent is on, to be ended; undefined where it is another's. */
  running: RunningCallView | undefined;
  /** Of this page: a complaint that is recorded twice is one. */
  submission: string;
}

const words = staff.desk.call;
/** What is asked only where somebody calls for the tenant. */
const OF_OTHERS = ["name", "consent"];

function Identify({ path, fields, note, button }: Check & { path: string }) {
  const { site } = useSite().words;
  const shown = (isOther: boolean) =>
    fields.filter(({ name }) => OF_OTHERS.includes(name) === isOther).map((field) => <Field key={field.name} field={field} words={site} />);
  const isOpen = fields.some(({ name, value, error }) => error !== undefined || (name === "caller" && value !== "tenant"));
  return (
    <section>
      <h2 className="govuk-heading-m">{words.check.heading}</h2>
      <p className="govuk-body">{words.check.script}</p>
      {note && <InsetText>{note}</InsetText>}
      <StaffForm action={path} hidden={{ intent: "check" }} button={button}>
        {shown(false)}
        <Details summary={words.check.other} open={isOpen}>
          {shown(true)}
        </Details>
      </StaffForm>
    </section>
  );
}

/** What there is to do once it is known who calls: the first of them has the focus. */
function GoOn({ path, reports, unsent, around }: Pick<CallPageProps, "path" | "reports" | "unsent" | "around">) {
  return (
    <>
      {unsent.length > 0 && <h2 className="govuk-heading-m">{words.unsent}</h2>}
      {unsent.map(({ draft, text }, at) => (
        <form method="post" action={path} key={draft}>
          <HiddenFields fields={{ intent: "resume", draft }} />
          <Button {...(at === 0 && { id: "next" })}>{text}</Button>
        </form>
      ))}
      {reports.map(({ tenant, text }, at) => (
        <form method="post" action={path} key={tenant}>
          <HiddenFields fields={{ intent: "report", tenant }} />
          <Button preventDoubleClick {...(at === 0 && unsent.length === 0 && { id: "next" })}>
            {text}
          </Button>
        </form>
      ))}
      {around && (
        <form method="post" action={path}>
          <HiddenFields fields={{ intent: "count" }} />
          <h2 className="govuk-heading-m">{staff.desk.around.heading}</h2>
          <AlreadyReported repairs={around} />
        </form>
      )}
    </>
  );
}

/** A call from its first words to what it is about. */
export function CallPage({
  staffView,
  title,
  path,
  standing,
  rows,
  emergency,
  check,
  callBack,
  saved,
  running,
  submission,
  ...goOn
}: CallPageProps) {
  const errors = [...(emergency ? [emergency] : []), ...(check?.fields ?? [])];
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      {saved && <NotificationBanner title={staff.saved}>{saved}</NotificationBanner>}
      <PageErrors fields={errors} problem={check?.problem} />
      {emergency && <EmergencyFirst action={path} field={emergency} />}
      <div className="app-desk">
        <div className="app-desk__part">
          <SummaryList rows={rows} />
          <p className="govuk-body">
            <Tag>{words.standings[standing]}</Tag>
          </p>
          {callBack && (
            <section>
              <h2 className="govuk-heading-m">{words.check.stopped}</h2>
              <p className="govuk-body">{words.check.stoppedWhy}</p>
              <p className="govuk-body">{callBack}</p>
            </section>
          )}
          {check && <Identify path={path} {...check} />}
        </div>
        <div className="app-desk__part">
          <GoOn path={path} {...goOn} />
        </div>
      </div>
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-centre/drafts">
          {staff.desk.drafts.title}
        </a>
      </p>
      {running && <ComplaintButton about={{}} submission={submission} />}
      {running && <RunningCall {...running} />}
    </StaffLayout>
  );
}
