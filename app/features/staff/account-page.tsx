import type { FieldView } from "#app/components/field.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { LinkBanner, type WelcomeLink } from "#app/features/staff/accounts-page.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface AccountPageProps {
  staffView: StaffView;
  title: string;
  rows: SummaryRow[];
  version: number;
  isActive: boolean;
  fields: FieldView[];
  link: WelcomeLink | undefined;
}

/** One account, and what an administrator may do to it. */
export function AccountPage({ staffView, title, rows, version, isActive, fields, link }: AccountPageProps) {
  const { role, stop, open, welcome } = staff.account;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} />
      {link && <LinkBanner link={link} />}
      <SummaryList rows={rows} />
      <StaffForm fields={fields} button={role.button} hidden={{ change: "role", version }} />
      <h2 className="govuk-heading-m">{welcome.heading}</h2>
      <p className="govuk-body">{welcome.why}</p>
      <StaffForm button={welcome.button} hidden={{ change: "welcome", version }} variant="secondary" />
      <h2 className="govuk-heading-m">{isActive ? stop.heading : open.heading}</h2>
      {isActive && <p className="govuk-body">{stop.why}</p>}
      <StaffForm
        button={isActive ? stop.button : open.button}
        hidden={{ change: isActive ? "stop" : "open", version }}
        variant={isActive ? "warning" : "secondary"}
      />
    </StaffLayout>
  );
}
