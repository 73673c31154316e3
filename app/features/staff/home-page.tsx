import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { HomeTags, type HomeTagsView } from "#app/features/staff/home-tags.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

/** A need, a warning or a fact as the home's page shows it. */
export interface RecordView {
  id: string;
  name: string;
  /** What else is known of it, a line each. */
  lines: string[];
  /** Somebody should ask again whether it is still right. */
  isLate: boolean;
  /** Where it is checked, changed and ended; undefined where that is not theirs. */
  href: string | undefined;
}

interface Line {
  key: string;
  href?: string;
  name: string;
  /** What stands beside it. */
  words: string[];
}

interface HomePageProps {
  staffView: StaffView;
  title: string;
  saved: string | undefined;
  isNotAlone: boolean;
  tags: HomeTagsView;
  rows: SummaryRow[];
  records: { heading: string; none: string; add: { href: string; text: string }; records: RecordView[] }[];
  repairs: { open: Line[]; past: Line[] };
  appointments: Line[];
  notes: { id: string; words: string; by: string }[];
  messages: Line[];
  history: string[];
  /** Where a manager restricts it; who it is restricted to. */
  restrict: string | undefined;
  restricted: string | undefined;
}

function Records({ heading, none, add, records }: HomePageProps["records"][number]) {
  const { late, change, changeOf } = staff.home;
  return (
    <section aria-label={heading}>
      <h2 className="govuk-heading-m">{heading}</h2>
      {records.length === 0 && <p className="govuk-body">{none}</p>}
      <ul className="govuk-list app-home-records">
        {records.map(({ id, name, lines, isLate, href }) => (
          <li key={id}>
            <strong>{name}</strong> {isLate && <Tag colour="yellow">{late}</Tag>}
            {lines.map((line) => (
              <p className="govuk-body-s" key={line}>
                {line}
              </p>
            ))}
            {href && (
              <a className="govuk-link app-no-print" href={href}>
                {change}
                <span className="govuk-visually-hidden">{changeOf(name)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={add.href}>
          {add.text}
        </a>
      </p>
    </section>
  );
}

function Lines({ heading, none, columns, lines }: { heading: string; none: string; columns: string[]; lines: Line[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      {lines.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <Table
          caption={heading}
          columns={columns}
          rows={lines.map(({ key, href, name, words }) => ({
            key,
            cells: [
              href ? (
                <a className="govuk-link" href={href} key="name">
                  {name}
                </a>
              ) : (
                name
              ),
              ...words,
            ],
          }))}
        />
      )}
    </>
  );
}

function Notes({ notes }: Pick<HomePageProps, "notes">) {
  const { home } = staff;
  return (
    <>
      <h2 className="govuk-heading-m">{home.notes}</h2>
      {notes.length === 0 && <p className="govuk-body">{home.noNotes}</p>}
      <ul className="govuk-list app-notes">
        {notes.map(({ id, words, by }) => (
          <li key={id}>
            <p className="govuk-body app-note">{words}</p>
            <p className="govuk-body-s">{by}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ history }: Pick<HomePageProps, "history">) {
  if (history.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{staff.home.history}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {history.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** A home: what to know before anything else at the top, then who lives there and everything that was done there. */
export function HomePage({
  staffView,
  title,
  saved,
  isNotAlone,
  tags,
  rows,
  records,
  repairs,
  restrict,
  restricted,
  ...page
}: HomePageProps) {
  const { home } = staff;
  const { site } = useSite().words;
  const { reference, problem, state, when, what } = home.columns;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <NotAlone isMarked={isNotAlone} />
      <HomeTags {...tags} />
      {restricted && <p className="govuk-body">{restricted}</p>}
      <SummaryList rows={rows} />
      <div className="app-columns">
        {records.map((each) => (
          <Records {...each} key={each.heading} />
        ))}
      </div>
      <Lines heading={home.repairs.open} none={home.repairs.noOpen} columns={[reference, problem, state]} lines={repairs.open} />
      <Lines heading={home.repairs.past} none={home.repairs.noPast} columns={[reference, problem, state]} lines={repairs.past} />
      <Lines heading={home.appointments} none={home.noAppointments} columns={[when, reference, state]} lines={page.appointments} />
      <Notes notes={page.notes} />
      <Lines heading={home.messages} none={home.noMessages} columns={[when, what, reference]} lines={page.messages} />
      <History history={page.history} />
      {restrict && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={restrict}>
            {home.restrict}
          </a>
        </p>
      )}
    </StaffLayout>
  );
}
