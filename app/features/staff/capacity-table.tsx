import { type CalendarDay, LoadMeter, WeekTable } from "#app/features/staff/week-table.tsx";
import { staff } from "#app/languages/staff.ts";

interface CapacityCell {
  load: string;
  free: string;
  share: number;
}

export interface CapacityGroup {
  trade: string;
  rows: { window: string; cells: (CapacityCell | undefined)[] }[];
}

function Capacity({ load, free, share }: CapacityCell) {
  return (
    <>
      {load}, <strong>{free}</strong>
      <LoadMeter share={share} />
    </>
  );
}

/** How much is left: trade by window by day. */
export function CapacityTable({ days, groups }: { days: CalendarDay[]; groups: CapacityGroup[] }) {
  const { caption, trade: heading, none } = staff.calendar.capacity;
  const tables = groups.map(({ trade, rows }) => ({
    trade,
    rows: rows.map(({ window, cells }) => ({
      key: window,
      head: window,
      cells: cells.map((cell) => ({ isEmpty: cell === undefined, content: cell ? <Capacity {...cell} /> : none })),
    })),
  }));
  return <WeekTable caption={caption} heading={heading} days={days} groups={tables} />;
}
