import { classes } from "#app/components/classes.ts";
import type { SlotState } from "#app/domain/slot-state.ts";
import { type CalendarDay, WeekTable } from "#app/features/staff/week-table.tsx";
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

interface PersonRow {
  id: string;
  name: string;
  patches: string;
  days: SlotCell[][];
}

export interface PeopleTableProps {
  days: CalendarDay[];
  groups: { trade: string; rows: PersonRow[] }[];
  /** Slots that were selected when the page was sent, and refused. */
  selected: readonly string[];
}

const wordsOf = ({ state, text }: SlotCell) => {
  const { states } = staff.calendar;
  if (state === "booked") return text;
  return text ? `${states[state]}: ${text}` : states[state];
};

/** A slot says how it stands in words, by its shape and by its colour. */
function Slot({ slot }: { slot: SlotCell }) {
  const { id, state, window, isHazard } = slot;
  return (
    <a className={classes("app-slot", `app-slot--${state}`, isHazard && "app-slot--hazard")} href={`/staff/slots/${id}`}>
      <span className="app-slot__window">{window}</span>{" "}
      <span>
        {wordsOf(slot)}
        {isHazard && <strong> ({staff.calendar.hazard})</strong>}
      </span>
    </a>
  );
}

interface CellProps {
  row: PersonRow;
  day: CalendarDay;
  slots: SlotCell[];
  selected: readonly string[];
}

/** The slots of an operative on a day: each to look at and to select, and the way to add one. */
function Cell({ row: { id: operative, name }, day, slots, selected }: CellProps) {
  const { bulk, newSlot } = staff;
  const label = (slot: SlotCell) => bulk.select(name, day.name, `${slot.window} ${wordsOf(slot)}`);
  const add = `/staff/slots/new?${new URLSearchParams({ operative, date: day.date })}`;
  return (
    <>
      {slots.map((slot) => (
        <div className="app-pick" key={slot.id}>
          {!day.isOver && (
            <input type="checkbox" name="slot" value={slot.id} aria-label={label(slot)} defaultChecked={selected.includes(slot.id)} />
          )}
          <Slot slot={slot} />
        </div>
      ))}
      {!day.isOver && (
        <a className="govuk-link app-add-slot" href={add} aria-label={newSlot.linkFor(name, day.name)}>
          {newSlot.link}
        </a>
      )}
    </>
  );
}

function Person({ name, patches }: PersonRow) {
  return (
    <>
      <strong>{name}</strong>
      <span className="app-calendar__patches">{patches}</span>
    </>
  );
}

/** The week of every operative. */
export function PeopleTable({ days, groups, selected }: PeopleTableProps) {
  const { caption, operative } = staff.calendar;
  const cellOf = (row: PersonRow, day: CalendarDay, slots: SlotCell[]) => ({
    isEmpty: slots.length === 0,
    content: <Cell row={row} day={day} slots={slots} selected={selected} />,
  });
  const tables = groups.map(({ trade, rows }) => ({
    trade,
    rows: rows.map((row) => ({
      key: row.id,
      head: <Person {...row} />,
      cells: days.map((day, at) => cellOf(row, day, row.days[at] ?? [])),
    })),
  }));
  return <WeekTable caption={caption} heading={operative} days={days} groups={tables} />;
}
