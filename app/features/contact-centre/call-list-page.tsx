import { LinkList, type ListedLink } from "#app/components/link-list.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { RunningCall, type RunningCallView } from "#app/features/contact-centre/running-call.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { RowButton } from "#app/features/staff/row-button.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface TaskRow {
  id: string;
  reference: string;
  what: string;
  /** What it is and its reference: read after a button's own word. */
  about: string;
  isUrgent: boolean;
  since: string;
  state: string;
  /** Where it is worked on, for the agent who has it. */
  href: string | undefined;
  mayTake: boolean;
}

interface CallListPageProps {
  staffView: StaffView;
  kinds: ListedLink[];
  rows: TaskRow[];
  /** That there are others, in words. */
  more: string | undefined;
  saved: string | undefined;
  /** The call that the agent is on. */
  call: RunningCallView | undefined;
  problem: string | undefined;
}

const words = staff.callList;

function Do({ id, about, href, mayTake }: Pick<TaskRow, "id" | "about" | "href" | "mayTake">) {
  if (href)
    return (
      <a className="govuk-link" href={href}>
        {words.goOn}
        <span className="govuk-visually-hidden"> {about}</span>
      </a>
    );
  return mayTake ? <RowButton hidden={{ task: id }} text={words.take} about={about} /> : null;
}

/** People to reach, in turn; each is one agent's at a time. */
export function CallListPage({ staffView, kinds, rows, more, saved, call, problem }: CallListPageProps) {
  const { site } = useSite().words;
  const { columns } = words;
  return (
    <StaffLayout staffView={staffView} title={words.title} wide>
      <PageErrors fields={[]} problem={problem} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      {call && <RunningCall {...call} />}
      <nav aria-label={words.landmark}>
        <LinkList links={kinds} className="app-actions__pages app-message-lists govuk-list" />
      </nav>
      <p className="govuk-body">{rows.length === 0 ? words.none : words.why}</p>
      {rows.length > 0 && (
        <div className="app-stacked">
          <Table
            caption={words.caption}
            columns={[columns.what, columns.since, columns.state, columns.do]}
            rows={rows.map((row) => ({
              key: row.id,
              cells: [
                <span key="what">
                  {row.what} {row.isUrgent && <Tag colour="red">{words.urgent}</Tag>}
                  <span className="app-second-line app-reference">{row.reference}</span>
                </span>,
                row.since,
                row.state,
                <Do key="do" {...row} />,
              ],
            }))}
          />
        </div>
      )}
      {more && <p className="govuk-body">{more}</p>}
    </StaffLayout>
  );
}
