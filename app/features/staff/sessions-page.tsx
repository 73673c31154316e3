import { LinkList } from "#app/components/link-list.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useSite } from "#app/features/site/site.tsx";
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

interface SessionsPageProps {
  staffView: StaffView;
  /** What was changed just now. */
  saved: string | undefined;
  /** They sign in here, and change how. */
  hasPassword: boolean;
  sessions: SessionRow[];
}

const OWN_PAGES = [
  { href: "/staff/password", text: staff.ownPassword.title },
  { href: "/staff/authenticator", text: staff.authenticator.title },
];

/** Where a person is signed in, how to end it, and how they sign in. */
export function SessionsPage({ staffView, saved, hasPassword, sessions }: SessionsPageProps) {
  const { title, intro, caption, columns, endAll } = staff.sessions;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <p className="govuk-body">{intro}</p>
      <Table
        caption={caption}
        columns={[columns.browser, columns.started, columns.seen, columns.end]}
        rows={sessions.map((session) => ({ key: session.id, cells: cellsOf(session) }))}
      />
      <StaffForm button={endAll} variant="warning" />
      {hasPassword && <LinkList links={OWN_PAGES} className="govuk-list govuk-list--spaced" />}
    </StaffLayout>
  );
}
