import type { FieldView } from "#app/components/field.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface HomeFormPageProps {
  staffView: StaffView;
  title: string;
  /** Which home: its address, or its number where that is not to be seen. */
  home: string;
  /** Of the home's page; undefined where it is not theirs to open. */
  back: string | undefined;
  /** Who has changed it meanwhile. */
  problem: string | undefined;
  /** What to know before it is filled in, a paragraph each. */
  why: string[];
  fields: FieldView[];
  hidden: Readonly<Record<string, string | number>>;
  button: string;
  /** What takes one press and ends it. */
  end: { heading: string; why?: string; button: string } | undefined;
}

/** One thing that is kept of a home: to add, to check, or to end. */
export function HomeFormPage({ staffView, title, home, back, problem, why, fields, hidden, button, end }: HomeFormPageProps) {
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={problem} />
      <p className="govuk-body">
        {back ? (
          <a className="govuk-link" href={back}>
            {staff.home.back}
          </a>
        ) : null}
      </p>
      <p className="govuk-body">
        <strong>{home}</strong>
      </p>
      {why.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      <StaffForm fields={fields} hidden={{ ...hidden, change: "save" }} button={button} />
      {end && (
        <>
          <h2 className="govuk-heading-m">{end.heading}</h2>
          {end.why && <p className="govuk-body">{end.why}</p>}
          <StaffForm hidden={{ ...hidden, change: "end" }} button={end.button} variant="warning" />
        </>
      )}
    </StaffLayout>
  );
}
