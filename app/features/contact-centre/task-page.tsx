import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface TaskPageProps {
  staffView: StaffView;
  title: string;
  rows: SummaryRow[];
  /** What they must be told. */
  say: string | undefined;
  repair: string | undefined;
  evidence: string | undefined;
  tries: { id: string; when: string; method: string; outcome: string; name: string }[];
  /** Of a try; none where somebody else has it, or nobody. */
  fields: FieldView[];
  isMine: boolean;
  mayTake: boolean;
  canResend: boolean;
  /** Who has it. */
  state: string | undefined;
  submission: string;
  problem: string | undefined;
}

const { task: words, take, title: list } = staff.callList;

function Tries({ tries, evidence }: Pick<TaskPageProps, "tries" | "evidence">) {
  const { columns } = words;
  return (
    <>
      <h2 className="govuk-heading-m">{words.tries}</h2>
      {evidence && <p className="govuk-body">{evidence}</p>}
      {tries.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <Table
          caption={words.caption}
          columns={[columns.when, columns.method, columns.outcome, columns.who]}
          rows={tries.map(({ id, when, method, outcome, name }) => ({ key: id, cells: [when, method, outcome, name] }))}
        />
      )}
    </>
  );
}

/** Somebody to be reached: who, why, what was tried, and the next try. */
export function TaskPage({ staffView, title, rows, say, repair, fields, isMine, mayTake, canResend, ...rest }: TaskPageProps) {
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={rest.problem} />
      <p className="govuk-body">
        <a className="govuk-link" href="/contact-centre/list">
          {list}
        </a>
      </p>
      {rest.state && <p className="govuk-body">{rest.state}</p>}
      <SummaryList rows={rows} />
      {mayTake && (
        <>
          <p className="govuk-body">{words.untaken}</p>
          <StaffForm hidden={{ change: "take" }} button={take} />
        </>
      )}
      {isMine && say && (
        <>
          <h2 className="govuk-heading-m">{words.say}</h2>
          <InsetText>{say}</InsetText>
        </>
      )}
      {repair && (
        <p className="govuk-body">
          <a className="govuk-link" href={repair}>
            {words.repair}
          </a>
        </p>
      )}
      {canResend && <StaffForm hidden={{ change: "resend" }} button={words.resend} variant="secondary" />}
      {isMine && (
        <>
          <StaffForm fields={fields} hidden={{ change: "try", submission: rest.submission }} button={words.button} />
          <StaffForm hidden={{ change: "back" }} button={words.giveBack} variant="secondary" />
        </>
      )}
      <Tries {...rest} />
    </StaffLayout>
  );
}
