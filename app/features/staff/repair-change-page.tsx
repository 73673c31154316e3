import type { ReactNode } from "react";
import type { ButtonProps } from "#app/components/button.tsx";
import type { FieldView } from "#app/components/field.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { WarningText } from "#app/components/warning-text.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

export interface RepairChangeProps {
  staffView: StaffView;
  title: string;
  /** Of the repair's page. */
  path: string;
  /** Of what is changed, as it stands: a form that was shown with another one is refused. */
  version: number;
  /** Who has changed it meanwhile. */
  problem: string | undefined;
  why: string;
  warning?: string | undefined;
  now: SummaryRow[];
  /** None where there is nothing to change. */
  fields: FieldView[];
  button: string;
  variant?: NonNullable<ButtonProps["variant"]>;
  /** Sent besides the version. */
  hidden?: Readonly<Record<string, string>>;
  /** Nobody goes to the home alone. */
  isNotAlone: boolean;
  children?: ReactNode;
}

/** One change of a repair: how it stands, and what is asked. */
export function RepairChangePage(props: RepairChangeProps) {
  const { staffView, title, path, version, problem, why, warning, now, fields, button, variant, children, hidden, isNotAlone } = props;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={problem} />
      <p className="govuk-body">
        <a className="govuk-link" href={path}>
          {staff.repair.to}
        </a>
      </p>
      <h2 className="govuk-heading-m">{staff.repairChange.now}</h2>
      <NotAlone isMarked={isNotAlone} />
      <SummaryList rows={now} />
      {warning && <WarningText prefix={site.warning}>{warning}</WarningText>}
      <p className="govuk-body">{why}</p>
      {(fields.length > 0 || children) && (
        <StaffForm fields={children ? [] : fields} hidden={{ version, ...hidden }} button={button} {...(variant && { variant })}>
          {children}
        </StaffForm>
      )}
    </StaffLayout>
  );
}
