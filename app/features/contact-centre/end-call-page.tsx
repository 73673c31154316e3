import type { FieldView } from "#app/components/field.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface EndCallPageProps {
  staffView: StaffView;
  call: { id: string; home: string; href: string } | undefined;
  fields: FieldView[];
  problem: string | undefined;
}

/** Why the call was made that is ending. */
export function EndCallPage({ staffView, call, fields, problem }: EndCallPageProps) {
  const { title, none, why, end } = staff.callEnd;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={problem} />
      {call ? (
        <>
          <p className="govuk-body">
            <a className="govuk-link" href={call.href}>
              {call.home}
            </a>
          </p>
          <p className="govuk-body">{why}</p>
          <StaffForm fields={fields} hidden={{ call: call.id }} button={end} />
        </>
      ) : (
        <p className="govuk-body">{none}</p>
      )}
    </StaffLayout>
  );
}
