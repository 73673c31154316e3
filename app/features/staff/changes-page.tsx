import { Table } from "#app/components/table.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ChangesPageProps {
  staffView: StaffView;
  title: string;
  changes: { id: string; when: string; who: string; what: string; reason: string; isUndone: boolean }[];
}

/** The last changes of slots, each leading to what it did. */
export function ChangesPage({ staffView, title, changes }: ChangesPageProps) {
  const { caption, columns, rows, none, yes, no } = staff.changes;
  const link = (id: string, what: string) => (
    <a className="govuk-link" href={`/staff/changes/${id}`} key="what">
      {what}
    </a>
  );
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/calendar">
          {staff.slot.back}
        </a>
      </p>
      {changes.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <Table
          caption={caption}
          columns={[columns.when, columns.who, columns.what, rows.reason, columns.undone]}
          rows={changes.map(({ id, when, who, what, reason, isUndone }) => ({
            key: id,
            cells: [when, who, link(id, what), reason, isUndone ? yes : no],
          }))}
        />
      )}
    </StaffLayout>
  );
}
