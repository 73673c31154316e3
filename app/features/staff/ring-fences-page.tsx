import type { FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface RingFencesPageProps {
  staffView: StaffView;
  fences: { key: string; trade: string; keptFor: string; slots: number; released: string }[];
  fields: FieldView[];
  saved: string | undefined;
}

/** How much of each trade is kept back, and for what. */
export function RingFencesPage({ staffView, fences, fields, saved }: RingFencesPageProps) {
  const { title, intro, caption, columns, none, heading, button } = staff.ringFences;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={fields} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <p className="govuk-body">{intro}</p>
      {fences.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <Table
          caption={caption}
          columns={[columns.trade, columns.keptFor, columns.slots, columns.released]}
          rows={fences.map(({ key, trade, keptFor, slots, released }) => ({ key, cells: [trade, keptFor, slots, released] }))}
        />
      )}
      <h2 className="govuk-heading-m">{heading}</h2>
      <StaffForm fields={fields} button={button} />
    </StaffLayout>
  );
}
