import { type CalendarWeek, type Load, type ShownSlot, tradeLoads } from "#app/domain/calendar-week.ts";
import { addDays, isLocalDate, type LocalDate, mondayOf } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { grouped } from "#app/domain/ordering.ts";
import { type ArrivalWindow, type Rules, windowHours } from "#app/domain/rules.ts";
import type { CapacityGroup } from "#app/features/staff/capacity-table.tsx";
import type { SlotCell } from "#app/features/staff/people-table.tsx";
import type { CalendarDay } from "#app/features/staff/week-table.tsx";
import { placeName } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import type { CalendarFilters } from "#app/services/read-calendar.server.ts";
import { readRecords } from "#app/services/read-home.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { tagsOf } from "./home.server.ts";
import { isSeen } from "./restricted.server.ts";
import { priorityName, windowName } from "./rule-words.server.ts";

interface Shown {
  windows: readonly ArrivalWindow[];
  today: LocalDate;
  format: (date: LocalDate) => string;
}

const nameOf = ({ name }: ArrivalWindow) => inLanguage(name, "en");
const shareOf = ({ booked, offered }: Load) => (offered === 0 ? 0 : Math.round((booked * 100) / offered));

/** The days of a week with what is booked of each, and of each window that has slots. */
export function daysOf({ loads, windowLoads }: CalendarWeek, { windows, today, format }: Shown): CalendarDay[] {
  return [...loads].map(([date, load]) => ({
    ...{ date, name: format(date), load: staff.calendar.load(load), isToday: date === today, isOver: date < today, share: shareOf(load) },
    windows: windows.flatMap((window) => {
      const of = windowLoads.get(`${date} ${window.code}`);
      return of ? [staff.calendar.windowLoad(nameOf(window), of)] : [];
    }),
  }));
}

type Asking = Pick<RequestContext, "site" | "staff">;

/** Who asks for a week, and the warnings of its homes by UPRN, in short. */
type ShownTo = Asking & { warnings: ReadonlyMap<string, string[]> };

/** The warnings of the homes that are visited in a week, by UPRN: of shared areas none. One statement, however many. */
export async function warningsIn({ groups }: CalendarWeek, context: Asking, today: LocalDate): Promise<ShownTo["warnings"]> {
  const slots = groups.flatMap(({ rows }) => rows.flatMap(({ days }) => [...days.values()].flat()));
  const uprns = slots.flatMap(({ uprn, block }) => (uprn && !block ? [uprn] : []));
  const records = grouped(await readRecords(context.site.db, { uprns, today }), ({ uprn }) => uprn);
  return new Map([...records].map(([uprn, own]) => [uprn, tagsOf(own, context).warnings]));
}

/** The operatives of a week under their trades, each with their slots day by day. */
export function groupsOf({ groups }: CalendarWeek, rules: Rules, asking: ShownTo) {
  return groups.map(({ trade, rows }) => ({
    trade,
    rows: rows.map(({ operative, days }) => ({
      id: operative.id,
      name: operative.name,
      patches: operative.patches.join(", "),
      days: [...days.values()].map((slots) => slots.map((slot) => cellOf(slot, rules, asking))),
    })),
  }));
}

function cellOf(slot: ShownSlot, rules: Rules, asking: ShownTo): SlotCell {
  const { id, state, window, line1, block, problem, hazard, reason, keptFor } = slot;
  if (!isSeen(slot, asking)) return { id, state, window: windowName(rules, window), text: staff.restricted.address, isHazard: false };
  const kept = keptFor && state === "free" ? staff.calendar.kept(priorityName(rules, keptFor)) : "";
  const warnings = block ? [] : (asking.warnings.get(slot.uprn ?? "") ?? []);
  const text = line1 ? [`${placeName(line1, block)}, ${problem}`, ...warnings].join(". ") : (reason ?? kept);
  return { id, state, window: windowName(rules, window), text, isHazard: hazard !== null };
}

/** What is booked and free of each trade, window and day; a window without any slot of a trade is left out. */
export function capacityOf({ groups, loads }: CalendarWeek, windows: readonly ArrivalWindow[]): CapacityGroup[] {
  const dates = [...loads.keys()];
  return groups.map((group) => {
    const { trade } = group;
    const taken = tradeLoads(group);
    const rows = windows.map((window) => {
      const cells = dates.map((date) => taken.get(`${date} ${window.code}`));
      return { window: nameOf(window), cells: cells.map((load) => load && cellWords(load)) };
    });
    return { trade, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)) };
  });
}

const cellWords = (load: Load) => ({
  ...{ load: staff.calendar.load(load), free: staff.calendar.capacity.free(load.free), share: shareOf(load) },
});

/** What the address of a calendar may say, each checked against what there is; a date that is none is today's. */
export function askedOf(searchParams: URLSearchParams, filters: CalendarFilters, today: LocalDate) {
  const chosen = (name: string, all: readonly { id: string }[]) => all.find(({ id }) => id === searchParams.get(name))?.id;
  const from = searchParams.get("from") ?? "";
  return {
    filter: {
      trade: chosen("trade", filters.trades),
      patch: chosen("patch", filters.patches),
      operative: chosen("operative", filters.operatives),
    },
    show: searchParams.get("show") === "capacity" ? ("capacity" as const) : ("people" as const),
    monday: mondayOf(isLocalDate(from) ? from : today),
  };
}

type Asked = ReturnType<typeof askedOf>;

/** The address of the week of a date, filtered and shown as it was asked for. */
export function weekPath({ filter, show }: Asked, from: LocalDate, today: LocalDate): string {
  const query = { ...filter, show: show === "capacity" ? show : undefined, from: from === mondayOf(today) ? undefined : from };
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return `/staff/calendar?${new URLSearchParams(said)}`;
}

/** How many days from Monday on have any window: a landlord who never works at weekends sees none. */
export function lastWorked(windows: readonly ArrivalWindow[], monday: LocalDate): number {
  const worked = [7, 6].find((days) => windows.some((window) => windowHours(window, addDays(monday, days - 1))));
  return worked ?? 5;
}
