import { Button } from "#app/components/button.tsx";
import { Checkboxes, Radios } from "#app/components/choices.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { Input } from "#app/components/input.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { RadioGroups } from "#app/components/radio-groups.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { AlreadyReported, type ReportedAround } from "#app/features/contact-centre/already-reported.tsx";
import { EmergencyFirst } from "#app/features/contact-centre/emergency-first.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { HiddenFields } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface Question {
  slug: string;
  title: string;
  fields: FieldView[];
}

interface Search {
  q: string;
  error: string | undefined;
  isNone: boolean;
  matches: { options: Record<string, string>; value: string; error: string | undefined } | undefined;
  chosen: string | undefined;
}

interface Times {
  groups: { legend: string; choices: { value: string; text: string }[] }[];
  value: string;
  later: string | undefined;
  state: string | undefined;
  error: string | undefined;
  isGone: boolean;
}

interface ReportPageProps {
  staffView: StaffView;
  title: string;
  /** The page's own: a form that named none would go to the field that has the focus, and take it from the errors. */
  path: string;
  callPath: string;
  version: number;
  standing: keyof typeof staff.desk.call.standings;
  rows: SummaryRow[];
  /** Another agent who has it. */
  holder: string | undefined;
  problem: string | undefined;
  emergency: FieldView | undefined;
  /** What to say where no report is taken. */
  stop: string | undefined;
  /** The questions whose answers are sent with the form. */
  asked: string[];
  search: Search;
  around: ReportedAround[] | undefined;
  questions: { problem: Question[]; time: Question[]; person: Question[] };
  times: Times | undefined;
  whyNoTimes: string | undefined;
  readBack: SummaryRow[];
  confirm: { isTicked: boolean; error: string | undefined };
}

const words = staff.desk.report;

const wrong = (prefix: string, text: string | undefined) => text && { error: { prefix, text } };

/** What the agent asks, beside the fields for what is answered. */
function Questions({ questions }: { questions: Question[] }) {
  const { site } = useSite().words;
  return questions.map(({ slug, title, fields }) => (
    <div className="app-desk__question" key={slug}>
      {fields.length !== 1 || fields[0]?.label !== title ? <p className="govuk-body app-desk__script">{title}</p> : null}
      {fields.map((field) => (
        <Field key={field.name} field={field} words={site} />
      ))}
    </div>
  ));
}

function FindProblem({ q, error, isNone, matches, chosen }: Search) {
  const { site } = useSite().words;
  return (
    <>
      {chosen && <SummaryList rows={[{ name: words.chosen, value: chosen }]} />}
      <Input name="q" label={{ text: words.search.label }} hint={words.search.hint} value={q} {...wrong(site.error, error)} />
      <Button variant="secondary" name="intent" value="find">
        {words.search.button}
      </Button>
      {isNone && <InsetText>{words.search.none}</InsetText>}
      {matches && (
        <>
          <Radios
            name="problem"
            legend={{ text: words.matches.label, size: "s" }}
            choices={Object.entries(matches.options).map(([value, text]) => ({ value, text }))}
            value={matches.value}
            {...wrong(site.error, matches.error)}
          />
          <Button variant="secondary" name="intent" value="choose">
            {words.matches.button}
          </Button>
        </>
      )}
    </>
  );
}

function TakeTime({ groups, value, later, state, error, isGone }: Times) {
  const { site } = useSite().words;
  const problem = isGone ? words.offers.gone : error;
  return (
    <>
      {state && <InsetText>{state}</InsetText>}
      <RadioGroups
        name="slot-offer"
        groups={groups.map(({ legend, choices }) => ({ legend: { text: legend, size: "s" as const }, choices }))}
        value={value}
        {...wrong(site.error, problem)}
      />
      <Button variant="secondary" name="intent" value="take">
        {words.offers.take}
      </Button>
      {later && (
        <Button variant="secondary" name="later" value={later} className="app-desk__press">
          {words.offers.later}
        </Button>
      )}
    </>
  );
}

function ReadBack({ readBack, confirm }: Pick<ReportPageProps, "readBack" | "confirm">) {
  const { site } = useSite().words;
  return (
    <>
      <h3 className="govuk-heading-s">{words.readBack.heading}</h3>
      <SummaryList rows={readBack} />
      <Checkboxes
        name="confirmed"
        legend={{ text: words.confirmed.label, size: "s" }}
        choices={[{ value: "yes", text: words.confirmed.yes }]}
        values={confirm.isTicked ? ["yes"] : []}
        {...wrong(site.error, confirm.error)}
      />
      <Button preventDoubleClick name="intent" value="save">
        {words.save}
      </Button>
    </>
  );
}

/** The errors in the order of the page. */
function errorsOf({ search, times, questions, confirm }: ReportPageProps) {
  const own = (name: string, error: string | undefined): FieldView => ({ kind: "text", name, label: "", ...(error && { error }) });
  const of = (column: Question[]) => column.flatMap(({ fields }) => fields);
  return [
    own("q", search.error),
    own("problem", search.matches?.error),
    ...of(questions.problem),
    own("slot-offer", times?.isGone ? words.offers.gone : times?.error),
    ...of(questions.time),
    ...of(questions.person),
    own("confirmed", confirm.error),
  ];
}

function ReportForm(props: ReportPageProps) {
  const { path, version, asked, search, around, questions, times, whyNoTimes } = props;
  return (
    <form method="post" action={path} noValidate className="app-desk app-desk--three">
      {/* Enter in any field presses the first button: it finds what was not looked for yet, and saves where nothing is new. */}
      <button type="submit" name="intent" value="go" tabIndex={-1} className="app-default-button">
        {words.go}
      </button>
      <HiddenFields fields={{ version, asked: asked.join(" ") }} />
      <section className="app-desk__part">
        <h2 className="govuk-heading-m">{words.columns.problem}</h2>
        <FindProblem {...search} />
        {around && around.length > 0 && (
          <>
            <h3 className="govuk-heading-s">{staff.desk.around.heading}</h3>
            <AlreadyReported repairs={around} />
          </>
        )}
        <Questions questions={questions.problem} />
      </section>
      <section className="app-desk__part">
        <h2 className="govuk-heading-m">{words.columns.time}</h2>
        {!search.chosen && !times && <p className="govuk-body">{words.offers.first}</p>}
        {whyNoTimes && <InsetText>{whyNoTimes}</InsetText>}
        {times && <TakeTime {...times} />}
        <Questions questions={questions.time} />
      </section>
      <section className="app-desk__part">
        <h2 className="govuk-heading-m">{words.columns.person}</h2>
        <Questions questions={questions.person} />
        <ReadBack {...props} />
      </section>
    </form>
  );
}

/** The one page of a report by phone: columns on a desktop, one below the other on a phone. */
export function ReportPage(props: ReportPageProps) {
  const { staffView, title, callPath, rows, holder, problem, emergency, stop, standing } = props;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={errorsOf(props)} problem={problem} />
      {emergency && <EmergencyFirst action={callPath} field={emergency} />}
      {holder && <InsetText>{holder}</InsetText>}
      {standing !== "known" && <p className="govuk-body">{staff.desk.call.standings[standing]}</p>}
      <SummaryList rows={rows} />
      <p className="govuk-body">
        <a className="govuk-link" href={callPath}>
          {words.backToCall}
        </a>
      </p>
      {stop ? <InsetText>{stop}</InsetText> : <ReportForm {...props} />}
    </StaffLayout>
  );
}
