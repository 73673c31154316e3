import type { LocalDate } from "./local-date.ts";
import { compareText, grouped } from "./ordering.ts";
import { type Kept, keptFor } from "./ring-fence.ts";
import { type SlotState, type Standing, slotState } from "./slot-state.ts";

/** A slot as the calendar reads it; of its visit only what tells one from another. */
export interface CalendarSlot extends Standing, Kept {
  id: string;
  operativeId: string;
  date: LocalDate;
  window: string;
  place: number;
  starts: string;
  reason: string | null;
  /** Of the visit in it; null where it has none. */
  line1: string | null;
  uprn: string | null;
  problem: string | null;
  hazard: string | null;
  /** The roles that its home is restricted to; null where all of staff may open it. */
  restrictedTo: string | null;
  /** Whose shared areas it is in; null where it is in the home. */
  block: string | null;
}

export interface CalendarOperative {
  id: string;
  name: string;
  trades: string[];
  patches: string[];
}

/** A slot with how it stands, and for whom it is kept by then. */
export type ShownSlot = CalendarSlot & { state: SlotState };

/** How many visits there could be, and how many are taken. */
export interface Load {
  booked: number;
  free: number;
  /** Free, held or booked: what is neither stopped nor withdrawn, and every visit that needs moving. */
  offered: number;
}

interface CalendarRow {
  operative: CalendarOperative;
  /** By date, in the order of the day. */
  days: ReadonlyMap<LocalDate, ShownSlot[]>;
}

/** A week of the calendar. Rows are in the order of the operatives given, under their first trade. */
export interface CalendarWeek {
  groups: { trade: string; rows: CalendarRow[] }[];
  loads: ReadonlyMap<LocalDate, Load>;
  /** The same by date and window, by "date window". */
  windowLoads: ReadonlyMap<string, Load>;
}

const TAKEN: readonly SlotState[] = ["booked", "needs-moving"];
const CLOSED: readonly SlotState[] = ["stopped", "withdrawn"];

function loadOf(slots: readonly ShownSlot[]): Load {
  const offered = slots.filter(({ state }) => !CLOSED.includes(state));
  const are = (states: readonly SlotState[]) => offered.filter(({ state }) => states.includes(state)).length;
  return { offered: offered.length, booked: are(TAKEN), free: are(["free"]) };
}

const loadsBy = (slots: readonly ShownSlot[], keyOf: (slot: ShownSlot) => string) =>
  new Map([...grouped(slots, keyOf)].map(([key, group]) => [key, loadOf(group)]));

const inOrder = (a: CalendarSlot, b: CalendarSlot) =>
  compareText(a.starts, b.starts) || compareText(a.window, b.window) || a.place - b.place;

/** Puts slots under their operatives and dates, and counts them. */
export function calendarWeek(
  { operatives, slots, dates }: { operatives: readonly CalendarOperative[]; slots: readonly CalendarSlot[]; dates: readonly LocalDate[] },
  now: Date,
): CalendarWeek {
  const shown = slots.map((slot): ShownSlot => ({ ...slot, state: slotState(slot, now), keptFor: keptFor(slot, now) })).sort(inOrder);
  const byCell = grouped(shown, ({ operativeId, date }) => `${operativeId} ${date}`);
  const rowOf = (operative: CalendarOperative): CalendarRow => ({
    operative,
    days: new Map(dates.map((date) => [date, byCell.get(`${operative.id} ${date}`) ?? []])),
  });
  const byTrade = grouped(operatives, ({ trades }) => trades[0] ?? "");
  const byDate = grouped(shown, ({ date }) => date);
  return {
    groups: [...byTrade].map(([trade, group]) => ({ trade, rows: group.map(rowOf) })),
    loads: new Map(dates.map((date) => [date, loadOf(byDate.get(date) ?? [])])),
    windowLoads: loadsBy(shown, ({ date, window }) => `${date} ${window}`),
  };
}

/** How many visits one trade's operatives could make and how many are taken, of each date and window, by "date window". Only one of the two views asks. */
export function tradeLoads({ rows }: CalendarWeek["groups"][number]): ReadonlyMap<string, Load> {
  const slots = rows.flatMap(({ days }) => [...days.values()].flat());
  return loadsBy(slots, ({ date, window }) => `${date} ${window}`);
}
