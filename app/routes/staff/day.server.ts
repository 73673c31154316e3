import { isLocalDate, type LocalDate, localDate } from "#app/domain/local-date.ts";
import { type CalendarFilters, readCalendarFilters } from "#app/services/read-calendar.server.ts";
import { type FoundVisit, type RepairPhoto, readDay } from "#app/services/read-day.server.ts";
import type { HomeRecord } from "#app/services/read-home.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { veiled } from "./restricted.server.ts";

/** What a page of the day was asked for, each thing only where there is one. */
export interface DayAsked {
  date: LocalDate;
  trade: string | undefined;
  patch: string | undefined;
  operative: string | undefined;
}

interface AskedDay {
  asked: DayAsked;
  filters: CalendarFilters;
  unserved: FoundVisit[];
  operatives: { id: string; name: string; visits: FoundVisit[] }[];
  photos: RepairPhoto[];
  records: HomeRecord[];
}

/** The day of an address: of its date, or today; of everybody, or of the operative it names, where that one has a visit. */
export async function dayAsked({ request, context }: { request: Request; context: RequestContext }): Promise<AskedDay> {
  const { site, now } = context;
  const { searchParams } = new URL(request.url);
  const filters = await readCalendarFilters(site.db);
  const known = (name: string, all: { id: string }[]) => all.find(({ id }) => id === searchParams.get(name))?.id;
  const date = searchParams.get("date") ?? "";
  const filter = {
    date: isLocalDate(date) ? date : localDate(now),
    trade: known("trade", filters.trades),
    patch: known("patch", filters.patches),
  };
  const day = await readDay(site.db, filter);
  const seen = (visits: FoundVisit[]) => visits.map((visit) => veiled(visit, context));
  const unserved = seen(day.unserved);
  const operatives = day.operatives.map(({ visits, ...who }) => ({ ...who, visits: seen(visits) }));
  const { photos, records } = day;
  const operative = known("operative", operatives);
  const asked = { ...filter, operative };
  if (operative === undefined) return { asked, filters, unserved, operatives, photos, records };
  return { asked, filters, unserved: [], operatives: operatives.filter(({ id }) => id === operative), photos, records };
}

/** A day's address, with some of what was asked for changed. */
export function dayQuery(asked: DayAsked, changed: Partial<DayAsked> = {}): string {
  const all = Object.entries({ ...asked, ...changed });
  return String(new URLSearchParams(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))));
}
