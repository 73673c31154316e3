import type { FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface OperativesPageProps {
  staffView: StaffView;
  operatives: { id: string; name: string; trades: string; patches: string }[];
}

/** Everybody who does repairs. */
export function OperativesPage({ staffView, operatives }: OperativesPageProps) {
  const { title, caption, columns, add, pattern } = staff.operatives;
  const nameLink = ({ id, name }: { id: string; name: string }) => (
    <a className="govuk-link" href={`/staff/operatives/${id}`}>
      {name}
    </a>
  );
  const patternLink = ({ id, name }: { id: string; name: string }) => (
    <a key="pattern" className="govuk-link" href={`/staff/operatives/${id}/pattern`}>
      {pattern}
      <span className="govuk-visually-hidden"> {name}</span>
    </a>
  );
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/operatives/new">
          {add}
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/ring-fences">
          {staff.ringFences.link}
        </a>
      </p>
      <Table
        caption={caption}
        columns={[columns.name, columns.trades, columns.patches, columns.pattern]}
        rows={operatives.map((operative) => ({
          key: operative.id,
          cells: [nameLink(operative), operative.trades, operative.patches, patternLink(operative)],
        }))}
      />
    </StaffLayout>
  );
}

interface OperativePageProps {
  staffView: StaffView;
  title: string;
  fields: FieldView[];
  version: number;
  /** Where the working pattern is; undefined for a new operative. */
  pattern: string | undefined;
  saved: string | undefined;
  problem: string | undefined;
}

/** One operative, or a new one: what they can do, and where. */
export function OperativePage({ staffView, title, fields, version, pattern, saved, problem }: OperativePageProps) {
  const words = staff.operative;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={problem} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      {pattern && (
        <p className="govuk-body">
          <a className="govuk-link" href={pattern}>
            {words.pattern}
          </a>
          . {words.leaving}
        </p>
      )}
      <StaffForm fields={fields} hidden={{ version }} button={words.save} />
    </StaffLayout>
  );
}
