import { Button } from "#app/components/button.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { HiddenFields, StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ProposedVisit {
  id: string;
  when: string;
  where: string;
  problem: string;
  /** Who comes instead, or the phone number of whoever must be called. */
  last: string;
}

/** What a change would do, as the calendar stands. */
export interface Proposal {
  slots: string;
  given: ProposedVisit[];
  left: ProposedVisit[];
  /** What was typed, to be sent again with the decision: several values of a name with spaces between. */
  typed: Record<string, string>;
}

interface ClosingPageProps {
  staffView: StaffView;
  title: string;
  fields: FieldView[];
  proposal: Proposal | undefined;
  problem: string | undefined;
}

function Visits({ caption, last, visits }: { caption: string; last: string; visits: ProposedVisit[] }) {
  const { columns } = staff.closing.proposal;
  return (
    <Table
      caption={caption}
      columns={[columns.when, columns.where, columns.problem, last]}
      rows={visits.map(({ id, when, where, problem, last: cell }) => ({ key: id, cells: [when, where, problem, cell] }))}
    />
  );
}

/** What a change does before it is made, and the buttons that make it. */
export function ProposalPart({ proposal }: { proposal: Proposal }) {
  const words = staff.closing.proposal;
  const { slots, given, left, typed } = proposal;
  return (
    <section aria-labelledby="proposal">
      <h2 className="govuk-heading-m" id="proposal">
        {words.heading}
      </h2>
      <p className="govuk-body">
        {slots} {given.length + left.length === 0 && words.none}
      </p>
      {given.length > 0 && (
        <>
          <p className="govuk-body">{words.given(given.length)}</p>
          <Visits caption={words.givenCaption} last={words.columns.to} visits={given} />
        </>
      )}
      {left.length > 0 && (
        <>
          <p className="govuk-body">{words.left(left.length)}</p>
          <Visits caption={words.leftCaption} last={words.columns.phone} visits={left} />
        </>
      )}
      <form method="post" className="govuk-button-group">
        <HiddenFields fields={typed} />
        <Button name="step" value="give" preventDoubleClick>
          {given.length > 0 ? words.applyGive(given.length) : words.apply}
        </Button>
        {given.length > 0 && (
          <Button name="step" value="keep" variant="secondary" preventDoubleClick>
            {words.applyKeep}
          </Button>
        )}
      </form>
      <h2 className="govuk-heading-m">{words.change}</h2>
    </section>
  );
}

/** An absence or a closure: asked for, proposed, and then made. */
export function ClosingPage({ staffView, title, fields, proposal, problem }: ClosingPageProps) {
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={fields} problem={problem} />
      {proposal && <ProposalPart proposal={proposal} />}
      <StaffForm fields={fields} hidden={{ step: "look" }} button={staff.closing.look} {...(proposal && { variant: "secondary" })} />
    </StaffLayout>
  );
}
