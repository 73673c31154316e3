import type { CallCount } from "#app/domain/call.ts";
import { type Period, periodsFrom } from "#app/domain/figures.ts";
import { addDays, isLocalDate, type LocalDate, localDate } from "#app/domain/local-date.ts";
import { staff } from "#app/languages/staff.ts";
import { readCalls } from "#app/services/read-calls.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

const words = staff.callDay;
const SHOWN = { day: 14, week: 8 };
const UNITS = ["day", "week"] as const;

/** The columns of every table of calls, in their order. */
export const COLUMNS = ["all", "new", "chase", "change", "other", "unsaid", "minutes", "saveable"] as const;

/** A count as its columns have it; null where there is nothing to average. */
export function valuesOf({ all, of, unsaid, minutes, saveable }: CallCount): (number | null)[] {
  return [all, of.new, of.chase, of.change, of.other, unsaid, minutes, saveable];
}

/** The days or weeks that an address asks for: the last ones until a date, of this century, else until today. */
function periodsOf(search: URLSearchParams, today: LocalDate) {
  const unit = UNITS.find((each) => each === search.get("unit")) ?? "day";
  const asked = search.get("to") ?? "";
  const to = isLocalDate(asked) && asked.startsWith("20") ? asked : today;
  const days = (): Period[] =>
    Array.from({ length: SHOWN.day }, (_, at) => addDays(to, at + 1 - SHOWN.day)).map((date) => ({ first: date, last: date }));
  const periods = unit === "day" ? days() : periodsFrom({ unit, date: to, later: 1 - SHOWN.week, count: SHOWN.week });
  return { unit, to, periods };
}

/** The calls that a request asks for: of one agent, or of everybody where no agent is named. */
export async function callsOf({ request, context: { site, now } }: { request: Request; context: RequestContext }, staffId?: string) {
  const asked = periodsOf(new URL(request.url).searchParams, localDate(now));
  const figures = await readCalls(site.db, { periods: asked.periods, ...(staffId !== undefined && { staffId }) });
  return { ...asked, ...figures };
}

type Calls = Awaited<ReturnType<typeof callsOf>>;

/** Calls for a spreadsheet: a line a day or week, then a line an agent. */
export function callLines({ periods, agents }: Calls): string[][] {
  const cells = (count: CallCount) => valuesOf(count).map((value) => (value === null ? "" : String(value)));
  const columns = COLUMNS.map((column) => words.columns[column]);
  return [
    [words.firstDate, words.lastDate, words.agent, ...columns],
    ...periods.map(({ first, last, count }) => [first, last, words.all, ...cells(count)]),
    ...agents.map(({ name, count }) => [periods[0]?.first ?? "", periods.at(-1)?.last ?? "", name, ...cells(count)]),
  ];
}
