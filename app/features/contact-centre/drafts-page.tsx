import { Table } from "#app/components/table.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface DraftsPageProps {
  staffView: StaffView;
  drafts: { href: string; home: string; by: string; touched: string; held: string }[];
}

const words = staff.desk.drafts;

/** The reports that were begun on the phone and not saved. */
export function DraftsPage({ staffView, drafts }: DraftsPageProps) {
  const rows = drafts.map(({ href, home, ...rest }) => ({
    key: href,
    cells: [
      <a key="home" className="govuk-link" href={href}>
        {home}
      </a>,
      ...[rest.by, rest.touched, rest.held],
    ],
  }));
  return (
    <StaffLayout staffView={staffView} title={words.title}>
      <p className="govuk-body">{words.why}</p>
      {rows.length > 0 ? <Table caption={words.caption} columns={words.columns} rows={rows} /> : <p className="govuk-body">{words.none}</p>}
    </StaffLayout>
  );
}
