import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { CalendarWeek, ShownSlot } from "#app/domain/calendar-week.ts";
import { addDays, isLocalDate, type LocalDate, localDate, mondayOf } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { type ArrivalWindow, windowHours } from "#app/domain/rules.ts";
import { MAY } from "#app/domain/staff.ts";
import { CalendarPage, type SlotCell } from "#app/features/staff/calendar-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { readCalendar, readCalendarFilters } from "#app/services/read-calendar.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { staffTitle, staffViewOf } from "./form.server.ts";

export const handle = { roles: MAY.calendar };

/** A week of slots: of the date asked for, or of today. */
export async function loader(args: LoaderFunctionArgs) {
  const { site, now, words } = args.context;
  const who = await requireStaff(args, handle.roles);
  const { searchParams } = new URL(args.request.url);
  const today = localDate(now);
  const asked = searchParams.get("from") ?? "";
  const monday = mondayOf(isLocalDate(asked) ? asked : today);
  const { windows } = await readRules(site.db, monday);
  const days = lastWorked(windows, monday);
  const filters = await readCalendarFilters(site.db);
  const chosen = (name: string, all: { id: string }[]) => all.find(({ id }) => id === searchParams.get(name))?.id;
  const filter = { trade: chosen("trade", filters.trades), patch: chosen("patch", filters.patches) };
  const week = await readCalendar(site.db, { first: monday, days, filter, now });
  const title = staff.calendar.title(words.format.date(monday));
  const link = (from: LocalDate) =>
    `/staff/calendar?${new URLSearchParams({ ...definedOnly(filter), ...(from !== mondayOf(today) && { from }) })}`;
  return {
    staffView: staffViewOf(who, "/staff/calendar"),
    title,
    documentTitle: staffTitle(args.context, title),
    ...daysOf(week, { today, format: words.format.date }),
    groups: groupsOf(week, windows),
    links: { earlier: link(addDays(monday, -7)), later: link(addDays(monday, 7)), thisWeek: link(mondayOf(today)) },
    filter: { trade: filter.trade ?? "", patch: filter.patch ?? "", from: monday, ...filters },
  };
}

const definedOnly = (filter: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** How many days from Monday on have any window: a landlord who never works at weekends sees none. */
function lastWorked(windows: readonly ArrivalWindow[], monday: LocalDate): number {
  const worked = [7, 6].find((days) => windows.some((window) => windowHours(window, addDays(monday, days - 1))));
  return worked ?? 5;
}

function daysOf({ loads }: CalendarWeek, { today, format }: { today: LocalDate; format: (date: LocalDate) => string }) {
  const days = [...loads].map(([date, load]) => ({
    ...{ date, name: format(date), load: staff.calendar.load(load), isToday: date === today },
    share: load.offered === 0 ? 0 : Math.round((load.booked * 100) / load.offered),
  }));
  return { days };
}

function groupsOf({ groups }: CalendarWeek, windows: readonly ArrivalWindow[]) {
  const names = new Map(windows.map(({ code, name }) => [code, inLanguage(name, "en")]));
  return groups.map(({ trade, rows }) => ({
    trade,
    rows: rows.map(({ operative, days }) => ({
      id: operative.id,
      name: operative.name,
      patches: operative.patches.join(", "),
      days: [...days.values()].map((slots) => slots.map((slot) => cellOf(slot, names))),
    })),
  }));
}

function cellOf({ id, state, window, visit, reason }: ShownSlot, names: ReadonlyMap<string, string>): SlotCell {
  const text = visit ? `${visit.address}, ${visit.problem}` : (reason ?? "");
  return { id, state, window: names.get(window) ?? window, text, isHazard: visit?.isHazard ?? false };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle }, { name: "robots", content: "noindex" }];

export default function Calendar() {
  return <CalendarPage {...useLoaderData<typeof loader>()} />;
}
