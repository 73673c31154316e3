import { Button } from "#app/components/button.tsx";
import { classes } from "#app/components/classes.ts";
import { ErrorMessage } from "#app/components/error-message.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { ScrollBox } from "#app/components/scroll-box.tsx";
import { Select } from "#app/components/select.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { type Proposal, ProposalPart } from "#app/features/staff/closing-page.tsx";
import { HiddenFields } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface VisitsCell {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
}

/** The visits of a week: a row for each arrival window, a cell for each weekday. */
export interface WeekTable {
  number: number;
  caption: string;
  rows: { window: string; cells: VisitsCell[] }[];
}

interface PatternPageProps {
  staffView: StaffView;
  title: string;
  fields: FieldView[];
  weekdays: string[];
  weeks: WeekTable[];
  version: number;
  /** Whose pattern can be copied. */
  others: { value: string; text: string }[];
  proposal: Proposal | undefined;
  saved: string | undefined;
  problem: string | undefined;
}

function Cell({ name, label, value, error }: VisitsCell) {
  const { site } = useSite().words;
  return (
    <>
      {error && <ErrorMessage id={`${name}-error`} prefix={site.error} text={error} />}
      <input
        className={classes("govuk-input", "govuk-input--width-2", error && "govuk-input--error")}
        id={name}
        name={name}
        type="text"
        inputMode="numeric"
        aria-label={label}
        aria-describedby={error && `${name}-error`}
        defaultValue={value}
      />
    </>
  );
}

function Week({ caption, rows, weekdays }: WeekTable & { weekdays: string[] }) {
  return (
    <ScrollBox label={caption}>
      <table className="govuk-table app-pattern">
        <caption className="govuk-table__caption govuk-table__caption--s">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="govuk-table__header">
              {staff.pattern.window}
            </th>
            {weekdays.map((weekday) => (
              <th scope="col" className="govuk-table__header" key={weekday}>
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ window, cells }) => (
            <tr className="govuk-table__row" key={window}>
              <th scope="row" className="govuk-table__cell app-table-name">
                {window}
              </th>
              {cells.map((cell) => (
                <td className="govuk-table__cell" key={cell.name}>
                  <Cell {...cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Copy({ others }: Pick<PatternPageProps, "others">) {
  const { label, button } = staff.pattern.copy;
  return (
    <form method="get" className="app-filter">
      <Select name="copy" label={{ text: label }} options={others} />
      <Button variant="secondary">{button}</Button>
    </form>
  );
}

/** What an operative works, week by week: asked for, proposed, and then set. */
export function PatternPage(props: PatternPageProps) {
  const { staffView, title, fields, weekdays, weeks, version, others, proposal, saved, problem } = props;
  const words = staff.pattern;
  const { site } = useSite().words;
  const cells = weeks.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const wrong = cells.map(({ name, label, error }): FieldView => ({ kind: "text", name, label, ...(error && { error }) }));
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={[...fields, ...wrong]} problem={problem} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      {proposal && <ProposalPart proposal={proposal} />}
      <p className="govuk-body">{words.intro}</p>
      <Copy others={others} />
      <form method="post" noValidate>
        <HiddenFields fields={{ step: "look", version }} />
        <div className="app-staff-form">
          {fields.map((field) => (
            <Field key={field.name} field={field} words={site} />
          ))}
        </div>
        {weeks.map((week) => (
          <Week key={week.number} {...week} weekdays={weekdays} />
        ))}
        <Button {...(proposal && { variant: "secondary" })}>{words.look}</Button>
      </form>
    </StaffLayout>
  );
}
