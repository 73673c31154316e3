import { Button } from "#app/components/button.tsx";
import { classes } from "#app/components/classes.ts";
import { Input } from "#app/components/input.tsx";
import { ScrollBox } from "#app/components/scroll-box.tsx";
import { Select } from "#app/components/select.tsx";
import type { SlotState } from "#app/domain/slot-state.ts";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

export interface SlotCell {
  id: string;
  state: SlotState;
  /** Of the window: "Morning". */
  window: string;
  /** The visit, or why it is closed. */
  text: string;
  isHazard: boolean;
}

interface CalendarPageProps {
  staffView: StaffView;
  title: string;
  days: { date: string; name: string; load: string; share: number; isToday: boolean }[];
  groups: { trade: string; rows: { id: string; name: string; patches: string; days: SlotCell[][] }[] }[];
  links: { earlier: string; later: string; thisWeek: string };
  filter: { trade: string; patch: string; from: string; trades: Option[]; patches: Option[] };
}

interface Option {
  id: string;
  name: string;
}

/** A slot says how it stands in words, by its shape and by its colour. */
function Slot({ id, state, window, text, isHazard }: SlotCell) {
  const { states, hazard } = staff.calendar;
  return (
    <a className={classes("app-slot", `app-slot--${state}`, isHazard && "app-slot--hazard")} href={`/staff/slots/${id}`}>
      <span className="app-slot__window">{window}</span>{" "}
      <span>
        {state === "booked" ? text : states[state]}
        {state !== "booked" && text && `: ${text}`}
        {isHazard && <strong> ({hazard})</strong>}
      </span>
    </a>
  );
}

function Filters({ filter }: Pick<CalendarPageProps, "filter">) {
  const { trade, patch, any, from, button } = staff.calendar.filter;
  const options = (all: Option[]) => [{ value: "", text: any }, ...all.map(({ id, name }) => ({ value: id, text: name }))];
  return (
    <form className="app-filter" method="get">
      <Select name="trade" label={{ text: trade }} options={options(filter.trades)} value={filter.trade} />
      <Select name="patch" label={{ text: patch }} options={options(filter.patches)} value={filter.patch} />
      <Input name="from" label={{ text: from }} type="date" value={filter.from} />
      <Button variant="secondary">{button}</Button>
    </form>
  );
}

function Days({ days }: Pick<CalendarPageProps, "days">) {
  return (
    <tr>
      <th scope="col">{staff.calendar.operative}</th>
      {days.map(({ date, name, load, share, isToday }) => (
        <th scope="col" key={date} aria-current={isToday ? "date" : undefined}>
          {name}
          {isToday && ` (${staff.calendar.today})`}
          <span className="app-load">{load}</span>
          <meter className="app-load__bar" min={0} max={100} value={share} aria-hidden="true" />
        </th>
      ))}
    </tr>
  );
}

function Grid({ days, groups }: Pick<CalendarPageProps, "days" | "groups">) {
  const { caption } = staff.calendar;
  return (
    <ScrollBox label={caption}>
      <table className="app-calendar">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <Days days={days} />
        </thead>
        {groups.map(({ trade, rows }) => (
          <tbody key={trade}>
            <tr className="app-calendar__group">
              <th scope="rowgroup" colSpan={days.length + 1}>
                {trade}
              </th>
            </tr>
            {rows.map(({ id, name, patches, days: cells }) => (
              <tr key={id}>
                <th scope="row">
                  <strong>{name}</strong>
                  <span className="app-calendar__patches">{patches}</span>
                </th>
                {cells.map((slots, at) => (
                  <td key={days[at]?.date} className={slots.length === 0 ? "app-calendar__empty" : undefined}>
                    <span className="app-calendar__day">{days[at]?.name}</span>
                    {slots.map((slot) => (
                      <Slot key={slot.id} {...slot} />
                    ))}
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

/** The week of every operative. */
export function CalendarPage({ staffView, title, days, groups, links, filter }: CalendarPageProps) {
  const { earlier, later, thisWeek, nobody } = staff.calendar;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <nav className="app-week-links" aria-label={title}>
        <a className="govuk-link" href={links.earlier}>
          {earlier}
        </a>
        <a className="govuk-link" href={links.thisWeek}>
          {thisWeek}
        </a>
        <a className="govuk-link" href={links.later}>
          {later}
        </a>
      </nav>
      <Filters filter={filter} />
      {groups.length === 0 ? <p className="govuk-body">{nobody}</p> : <Grid days={days} groups={groups} />}
    </StaffLayout>
  );
}
