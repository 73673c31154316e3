import type { FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { Tag } from "#app/components/tag.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ComplaintPageProps {
  staffView: StaffView;
  rows: SummaryRow[];
  late: string | undefined;
  saved: string | undefined;
  problem: string | undefined;
  press: { name: string; text: string } | undefined;
  /** The page of the repair it is about. */
  repair: string | undefined;
  /** To keep what was said; none once it is answered. */
  fields: FieldView[];
  /** What was said, of one that is answered. */
  kept: string | undefined;
}

/** A complaint: what was said, and what is done about it by when. */
export function ComplaintPage({ staffView, rows, late, saved, problem, press, repair, fields, kept }: ComplaintPageProps) {
  const { site } = useSite().words;
  const { one, back, words } = staff.complaints;
  return (
    <StaffLayout staffView={staffView} title={one}>
      <PageErrors fields={fields} problem={problem} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <p className="govuk-body">
        {repair && (
          <>
            <a className="govuk-link" href={repair}>
              {staff.repair.to}
            </a>{" "}
          </>
        )}
        <a className="govuk-link" href="/contact-centre/complaints">
          {back}
        </a>
      </p>
      {late && (
        <p className="govuk-body">
          <Tag colour="red">{late}</Tag>
        </p>
      )}
      <SummaryList rows={rows} />
      {kept && <p className="govuk-body app-note">{kept}</p>}
      {press && <StaffForm hidden={{ change: press.name }} button={press.text} />}
      {fields.length > 0 && <StaffForm fields={fields} hidden={{ change: "words" }} button={words.button} variant="secondary" />}
    </StaffLayout>
  );
}
