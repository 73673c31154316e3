import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { RowButton } from "#app/features/staff/row-button.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface SessionRow {
  id: string;
  browser: string;
  started: string;
  seen: string;
  isOwn: boolean;
}

function cellsOf({ id, browser, started, seen, isOwn }: SessionRow) {
  const { own, end, endHidden } = staff.sessions;
  return [
    <span key="browser">
      {browser} {isOwn && <Tag>{own}</Tag>}
    </span>,
    started,
    seen,
    <RowButton key="end" hidden={{ session: id }} text={end} about={endHidden(started)} />,
  ];
}

/** Where a person is signed in, and how to end it. */
export function SessionsPage({ staffView, sessions }: { staffView: StaffView; sessions: SessionRow[] }) {
  const { title, intro, caption, columns, endAll } = staff.sessions;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <p className="govuk-body">{intro}</p>
      <Table
        caption={caption}
        columns={[columns.browser, columns.started, columns.seen, columns.end]}
        rows={sessions.map((session) => ({ key: session.id, cells: cellsOf(session) }))}
      />
      <StaffForm button={endAll} variant="warning" />
    </StaffLayout>
  );
}
