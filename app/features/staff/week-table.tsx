import type { ReactNode } from "react";
import { ScrollBox } from "#app/components/scroll-box.tsx";
import { staff } from "#app/languages/staff.ts";

export interface CalendarDay {
  date: string;
  name: string;
  /** "3 of 5 booked", and the same of each window that has slots. */
  load: string;
  windows: string[];
  share: number;
  isToday: boolean;
  /** Nothing of it is changed any more. */
  isOver: boolean;
}

/** What heads a row, and its cells day by day; an empty cell takes no room where the table is a list. */
interface WeekRow {
  key: string;
  head: ReactNode;
  cells: { isEmpty: boolean; content: ReactNode }[];
}

interface WeekTableProps {
  caption: string;
  /** Over the heads of the rows. */
  heading: string;
  days: CalendarDay[];
  groups: { trade: string; rows: WeekRow[] }[];
}

/** How much of something is booked, for those who see it: the words beside it say the same. */
export function LoadMeter({ share }: { share: number }) {
  return <meter className="app-load__bar" min={0} max={100} value={share} aria-hidden="true" />;
}

/** The head of a day's column: what of it is booked, and of each window. */
function DayHeading({ day: { name, load, windows, share, isToday } }: { day: CalendarDay }) {
  return (
    <th scope="col" aria-current={isToday ? "date" : undefined}>
      {name}
      {isToday && ` (${staff.calendar.today})`}
      <span className="app-load">{load}</span>
      <LoadMeter share={share} />
      {windows.map((window) => (
        <span className="app-load app-load--window" key={window}>
          {window}
        </span>
      ))}
    </th>
  );
}

/** The days of a week across, rows under their trades; a list of days on a phone. */
export function WeekTable({ caption, heading, days, groups }: WeekTableProps) {
  return (
    <ScrollBox label={caption}>
      <table className="app-calendar">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {days.map((day) => (
              <DayHeading key={day.date} day={day} />
            ))}
          </tr>
        </thead>
        {groups.map(({ trade, rows }) => (
          <tbody key={trade}>
            <tr className="app-calendar__group">
              <th scope="rowgroup" colSpan={days.length + 1}>
                {trade}
              </th>
            </tr>
            {rows.map(({ key, head, cells }) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {cells.map(({ isEmpty, content }, at) => (
                  <td key={days[at]?.date} className={isEmpty ? "app-calendar__empty" : undefined}>
                    <span className="app-calendar__day">{days[at]?.name}</span>
                    {content}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
}
