import type { ListedLink } from "#app/components/link-list.tsx";
import { SummaryList } from "#app/components/summary-list.tsx";
import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { UNUSUAL } from "#app/domain/look-ups.ts";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface LookUpsPageProps {
  staffView: StaffView;
  title: string;
  days: ListedLink[];
  rows: { key: string; cells: string[]; unusual: string[] }[];
}

function Unusual({ names }: { names: string[] }) {
  return (
    <ul className="govuk-list app-home-tags">
      {names.map((name) => (
        <li key={name}>
          <Tag colour="yellow">{name}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** Who of staff opened and took away what on a day, and what of it stands out. */
export function LookUpsPage({ staffView, title, days, rows }: LookUpsPageProps) {
  const { intro, caption, columns, none, nothing, stands, definitions, unusual: kinds, days: label } = staff.lookUps;
  const { who, homes, withoutReason, refused, most, files } = columns;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <p className="govuk-body">{intro}</p>
      <nav className="app-week-links app-no-print" aria-label={label}>
        {days.map(({ href, text }) => (
          <a key={href} className="govuk-link" href={href}>
            {text}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <Table
          caption={caption}
          columns={[who, stands, homes, withoutReason, refused, most, files]}
          rows={rows.map(({ key, cells: [name, ...counts], unusual }) => ({
            key,
            cells: [name, unusual.length === 0 ? nothing : <Unusual names={unusual} key="unusual" />, ...counts],
          }))}
        />
      )}
      <h2 className="govuk-heading-m">{definitions}</h2>
      <SummaryList rows={UNUSUAL.map((each) => ({ name: kinds[each].name, value: kinds[each].how }))} />
    </StaffLayout>
  );
}
