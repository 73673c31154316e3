import { type CalendarWeek, calendarWeek } from "#app/domain/calendar-week.ts";
import { addDays, type LocalDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { type CalendarFilter, type FilterOption, findFilters, findOperatives, findSlots } from "#db/queries/calendar.ts";

interface Option {
  id: string;
  name: string;
}

/** What the calendar can be narrowed to. */
export interface CalendarFilters {
  trades: Option[];
  patches: Option[];
  operatives: Option[];
}

/** The trades, patches and operatives of the landlord, by name. One statement. */
export async function readCalendarFilters(db: Db): Promise<CalendarFilters> {
  const all = await findFilters(db.read, db.schema);
  const of = (kind: FilterOption["kind"]) => all.filter((each) => each.kind === kind).map(({ id, name }) => ({ id, name }));
  return { trades: of("trade"), patches: of("patch"), operatives: of("operative") };
}

/** The slots of operatives on some dates from a first one on: their week as it stands at an instant. Two statements, however many slots. */
export async function readCalendar(
  db: Db,
  { first, days, filter, now }: { first: LocalDate; days: number; filter: CalendarFilter; now: Date },
): Promise<CalendarWeek> {
  const dates = Array.from({ length: days }, (_, at) => addDays(first, at));
  const operatives = await findOperatives(db.read, db.schema, filter);
  const last = dates.at(-1) ?? first;
  const slots =
    operatives.length > 0 ? await findSlots(db.read, db.schema, { operatives: operatives.map(({ id }) => id), first, last }) : [];
  return calendarWeek({ operatives, slots, dates }, now);
}
