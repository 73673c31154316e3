import { LinkList, type ListedLink } from "#app/components/link-list.tsx";
import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface ComplaintsPageProps {
  staffView: StaffView;
  lists: ListedLink[];
  caption: string;
  none: string;
  waiting: string | undefined;
  rows: { href: string; when: string; about: string; step: string; isLate: boolean }[];
}

/** Complaints with what is to be done about each, and by when. */
export function ComplaintsPage({ staffView, lists, caption, none, waiting, rows }: ComplaintsPageProps) {
  const { title, why, landmark, columns, late } = staff.complaints;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <p className="govuk-body">{[why, waiting].filter(Boolean).join(" ")}</p>
      <nav aria-label={landmark}>
        <LinkList links={lists} className="govuk-list app-actions__pages app-message-lists" />
      </nav>
      {rows.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <Table
          caption={caption}
          columns={[columns.when, columns.about, columns.step]}
          rows={rows.map(({ href, when, about, step, isLate }) => ({
            key: href,
            cells: [
              <a key="when" className="govuk-link" href={href}>
                {when}
              </a>,
              about,
              <span key="step">
                {step} {isLate && <Tag colour="red">{late}</Tag>}
              </span>,
            ],
          }))}
        />
      )}
    </StaffLayout>
  );
}
