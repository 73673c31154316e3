import type { ReactNode } from "react";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { RowButton } from "#app/features/staff/row-button.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

export interface ClosingRow {
  id: string;
  who: string;
  why: string;
  when: string;
}

interface HolidayRow {
  date: string;
  shown: string;
  name: string;
  isWorked: boolean;
  /** Where the day is closed, if it is worked. */
  closeHref: string;
}

interface AbsencesPageProps {
  staffView: StaffView;
  absences: ClosingRow[];
  closures: ClosingRow[];
  holidays: HolidayRow[];
  saved: string | undefined;
  problem: string | undefined;
}

interface SectionProps {
  heading: string;
  add: { href: string; text: string };
  none: string;
  children: ReactNode;
  isEmpty: boolean;
}

function Section({ heading, add, none, children, isEmpty }: SectionProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={add.href}>
          {add.text}
        </a>
      </p>
      {isEmpty ? <p className="govuk-body">{none}</p> : children}
    </>
  );
}

function Closings({ what, rows }: { what: "absences" | "closures"; rows: ClosingRow[] }) {
  const { columns, closureColumns, end, endHidden, away, closures } = staff.absences;
  const isAbsence = what === "absences";
  const { who, why, when } = isAbsence ? columns : closureColumns;
  const button = (row: ClosingRow) => (
    <RowButton key="end" hidden={{ end: what, id: row.id }} text={end} about={endHidden(row.who, row.when)} />
  );
  return (
    <Table
      caption={isAbsence ? away : closures}
      columns={isAbsence ? [who, why, when, columns.end] : [why, who, when, closureColumns.end]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: isAbsence ? [row.who, row.why, row.when, button(row)] : [row.why, row.who, row.when, button(row)],
      }))}
    />
  );
}

function Holidays({ holidays }: Pick<AbsencesPageProps, "holidays">) {
  const { holidays: caption, holidayColumns, worked, notWorked, work, close } = staff.absences;
  const change = ({ date, shown, isWorked, closeHref }: HolidayRow) =>
    isWorked ? (
      <a key="close" className="govuk-link" href={closeHref}>
        {close}
        <span className="govuk-visually-hidden"> {shown}</span>
      </a>
    ) : (
      <RowButton key="work" hidden={{ work: date }} text={work} about={shown} />
    );
  return (
    <Table
      caption={caption}
      columns={[holidayColumns.date, holidayColumns.name, holidayColumns.state, holidayColumns.change]}
      rows={holidays.map((holiday) => ({
        key: holiday.date,
        cells: [holiday.shown, holiday.name, holiday.isWorked ? worked : notWorked, change(holiday)],
      }))}
    />
  );
}

/** Who is away, when nobody works, and the bank holidays to come. */
export function AbsencesPage({ staffView, absences, closures, holidays, saved, problem }: AbsencesPageProps) {
  const words = staff.absences;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={words.title} wide>
      <PageErrors fields={[]} problem={problem} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <Section
        heading={words.away}
        add={{ href: "/staff/absences/add/absence", text: words.add }}
        none={words.nobodyAway}
        isEmpty={absences.length === 0}
      >
        <Closings what="absences" rows={absences} />
      </Section>
      <Section
        heading={words.closures}
        add={{ href: "/staff/absences/add/closure", text: words.addClosure }}
        none={words.noClosures}
        isEmpty={closures.length === 0}
      >
        <Closings what="closures" rows={closures} />
      </Section>
      <h2 className="govuk-heading-m">{words.holidays}</h2>
      <Holidays holidays={holidays} />
    </StaffLayout>
  );
}
