import type { FieldView } from "#app/components/field.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import { Table } from "#app/components/table.tsx";
import { CallerBar, type CallerBarProps } from "#app/features/contact-centre/caller-bar.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { HomeLink } from "#app/features/staff/home-link.tsx";
import { HomeTags, type HomeTagsView } from "#app/features/staff/home-tags.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface RepairPageProps {
  staffView: StaffView;
  title: string;
  path: string;
  /** Who has changed it since the page was opened. */
  problem: string | undefined;
  /** What is to be done, the most pressing first. */
  alerts: string[];
  mayChange: boolean;
  /** When its personal details were deleted, in words. */
  forgotten: string | undefined;
  isProven: boolean;
  /** What is done for whoever is on the phone about it. */
  caller: CallerBarProps;
  /** What the tenant asked of who comes. */
  wish: string | undefined;
  /** Nobody goes to its home alone. */
  isNotAlone: boolean;
  /** The page of its home, and what to know of that in short. */
  home: string;
  tags: HomeTagsView;
  /** Where that is changed, for who may. */
  alone: { href: string; text: string } | undefined;
  /** What its tenant asked or said online, that nobody has looked at. */
  toAnswer: "cancel" | "worse" | undefined;
  hasVisit: boolean;
  version: number;
  sections: { heading: string; rows: SummaryRow[] }[];
  others: { href: string; reference: string; problem: string }[];
  visits: { key: string; when: string; href: string | undefined; operative: string; state: string }[];
  /** `visit`: at which it was taken, where the tenant did not send it. */
  photos: { href: string; visit: string | undefined }[];
  notes: { id: string; words: string; by: string }[];
  note: FieldView[];
  submission: string;
  history: string[];
}

const { sections: headings } = staff.repair;

function Alerts({ alerts }: Pick<RepairPageProps, "alerts">) {
  const [only] = alerts;
  if (!only) return null;
  return (
    <NotificationBanner title={staff.repair.alerts.heading}>
      <ul className="govuk-list govuk-list--bullet">
        {alerts.map((alert) => (
          <li key={alert}>{alert}</li>
        ))}
      </ul>
    </NotificationBanner>
  );
}

/** Each change has a page of its own, but for what takes one press. */
function Changes({
  path,
  hasVisit,
  isProven,
  wish,
  toAnswer,
  version,
}: Pick<RepairPageProps, "path" | "hasVisit" | "isProven" | "wish" | "toAnswer" | "version">) {
  const { actions, prove } = staff.repair;
  const pages = (["book", "edit", "priority", "cancel"] as const).filter((page) => page !== "book" || !hasVisit);
  return (
    <div className="app-actions">
      <nav aria-label={actions.heading}>
        <ul className="govuk-list app-actions__pages">
          {pages.map((page) => (
            <li key={page}>
              <a className="govuk-link" href={`${path}/${page}`}>
                {actions[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {toAnswer && <StaffForm hidden={{ change: "answer", version }} button={staff.tenants.answers[toAnswer]} variant="secondary" />}
      {!isProven && <StaffForm hidden={{ change: "prove", version }} button={prove.button} variant="secondary" />}
      {wish && <StaffForm hidden={{ change: "anybody", version }} button={staff.wish.anybody.button} variant="secondary" />}
    </div>
  );
}

function Visits({ visits }: Pick<RepairPageProps, "visits">) {
  const { caption, columns, none } = staff.repair.visits;
  if (visits.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <Table
      caption={caption}
      columns={[columns.when, columns.who, columns.state]}
      rows={visits.map(({ key, when, href, operative, state }) => ({
        key,
        cells: [
          href ? (
            <a className="govuk-link" href={href} key="when">
              {when}
            </a>
          ) : (
            when
          ),
          operative,
          state,
        ],
      }))}
    />
  );
}

function Photos({ photos }: Pick<RepairPageProps, "photos">) {
  const { alt, takenAt, none } = staff.repair.photos;
  if (photos.length === 0) return <p className="govuk-body">{none}</p>;
  return (
    <ul className="govuk-list app-photos">
      {photos.map(({ href, visit }, at) => (
        <li key={href} className="app-photos__photo">
          <a href={href}>
            <img src={`${href}?size=small`} alt={visit ? takenAt(at + 1) : alt(at + 1)} className="app-photos__image" />
          </a>
          {visit && <span className="govuk-body-s">{visit}</span>}
        </li>
      ))}
    </ul>
  );
}

function Notes({ notes, note, submission, forgotten }: Pick<RepairPageProps, "notes" | "note" | "submission" | "forgotten">) {
  const { none, button } = staff.repair.note;
  return (
    <>
      {notes.length === 0 && <p className="govuk-body">{none}</p>}
      <ul className="govuk-list app-notes">
        {notes.map(({ id, words, by }) => (
          <li key={id}>
            <p className="govuk-body app-note">{words}</p>
            <p className="govuk-body-s">{by}</p>
          </li>
        ))}
      </ul>
      {!forgotten && <StaffForm fields={note} hidden={{ change: "note", submission }} button={button} variant="secondary" />}
    </>
  );
}

function Others({ others }: Pick<RepairPageProps, "others">) {
  return (
    <>
      <h2 className="govuk-heading-m">{staff.repair.rows.others}</h2>
      <ul className="govuk-list">
        {others.map(({ href, reference, problem }) => (
          <li key={href}>
            <a className="govuk-link app-reference" href={href}>
              {reference}
            </a>{" "}
            {problem}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A repair: what is to be done about it, what is known, and what has happened. */
export function RepairPage({ staffView, title, alerts, mayChange, sections, others, visits, photos, history, ...rest }: RepairPageProps) {
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={rest.note} problem={rest.problem} />
      <NotAlone isMarked={rest.isNotAlone} />
      {rest.forgotten && <InsetText>{rest.forgotten}</InsetText>}
      <HomeTags {...rest.tags} />
      <Alerts alerts={alerts} />
      <CallerBar {...rest.caller} />
      {mayChange && <Changes {...rest} />}
      <div className="app-columns">
        {sections.map(({ heading, rows }) => (
          <section key={heading} aria-label={heading}>
            <h2 className="govuk-heading-m">{heading}</h2>
            <SummaryList rows={rows} />
          </section>
        ))}
      </div>
      <HomeLink href={rest.home} />
      {rest.alone && (
        <p className="govuk-body app-no-print">
          <a className="govuk-link" href={rest.alone.href}>
            {rest.alone.text}
          </a>
        </p>
      )}
      <h2 className="govuk-heading-m">{headings.visits}</h2>
      <Visits visits={visits} />
      <h2 className="govuk-heading-m">{headings.photos}</h2>
      <Photos photos={photos} />
      <h2 className="govuk-heading-m" id="notes">
        {headings.notes}
      </h2>
      <Notes {...rest} />
      {others.length > 0 && <Others others={others} />}
      <h2 className="govuk-heading-m">{headings.history}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {history.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </StaffLayout>
  );
}
