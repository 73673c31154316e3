import {
  FIGURES,
  type Figure,
  type FigureName,
  type Kind,
  MOST_PERIODS,
  PERIOD_UNITS,
  type Period,
  type PeriodUnit,
  periodsFrom,
  scaleTop,
  valuesOf,
} from "#app/domain/figures.ts";
import { isLocalDate, type LocalDate, localDate } from "#app/domain/local-date.ts";
import type { FigureView } from "#app/features/staff/figures-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { type CalendarFilters, readCalendarFilters } from "#app/services/read-calendar.server.ts";
import { readFigures } from "#app/services/read-figures.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

const words = staff.figures;

/** Where nothing else is asked for: eight weeks or months, of which two are still to come. */
const USUAL = { count: 8, toCome: 2 };

interface Asked {
  unit: PeriodUnit;
  periods: Period[];
  trade: string | undefined;
  patch: string | undefined;
}

/** What an address asks for. What is left out, none of ours or not of this century is as usual. */
function askedOf(search: URLSearchParams, { trades, patches }: CalendarFilters, today: LocalDate): Asked {
  const unit = PERIOD_UNITS.find((each) => each === search.get("period")) ?? "week";
  const from = search.get("from") ?? "";
  const asked = /^\d{1,2}$/.test(search.get("count") ?? "") ? Number(search.get("count")) : 0;
  const count = asked >= 1 && asked <= MOST_PERIODS ? asked : USUAL.count;
  const start =
    isLocalDate(from) && from.startsWith("20") ? { date: from, later: 0 } : { date: today, later: Math.min(0, USUAL.toCome + 1 - count) };
  const chosen = (name: string, all: { id: string }[]) => all.find(({ id }) => id === search.get(name))?.id;
  return {
    unit,
    periods: periodsFrom({ unit, ...start, count }),
    trade: chosen("trade", trades),
    patch: chosen("patch", patches),
  };
}

/** The figures that a request asks for, with what they can be narrowed to. */
export async function figuresOf({ request, context: { site, now } }: { request: Request; context: RequestContext }) {
  const filters = await readCalendarFilters(site.db);
  const asked = askedOf(new URL(request.url).searchParams, filters, localDate(now));
  return { filters, asked, tallies: await readFigures(site.db, asked, now) };
}

type Shown = Pick<Awaited<ReturnType<typeof figuresOf>>, "asked" | "tallies">;

const WRITTEN: Readonly<Record<Kind, (value: number) => string>> = {
  count: String,
  share: (value) => words.share(Math.round(value * 100)),
  decimal: (value) => String(Math.round(value * 100) / 100),
};

/** The headings of a figure's columns, in their order. */
const headings = (name: FigureName, columns: readonly { name: string }[]) =>
  columns.map((column) => words.of[name].columns[column.name] ?? column.name);

/** What of a figure is drawn: its values, the scale beside them, and both ends of each in words. */
function chartOf({ name, columns }: Figure, { values, named }: { values: (number | null)[][]; named: string[] }) {
  const titles = headings(name, columns);
  const series = columns.flatMap(({ isDrawn, kind }, column) => {
    if (!isDrawn) return [];
    const own = values.map((cells) => cells[column] ?? null);
    return [{ name: titles[column] ?? "", kind, values: own }];
  });
  const kind = series[0]?.kind ?? "count";
  const top = kind === "share" ? 1 : scaleTop(series.flatMap(({ values }) => values));
  return {
    top,
    ticks: [0, top / 2, top].map((value) => ({ value, text: WRITTEN[kind](value) })),
    series: series.map(({ name, values }) => ({ name, values })),
    description: [...series.flatMap((each) => inWords(each, named)), words.below].join(" "),
  };
}

/** The lowest and the highest value of a series, with their periods. */
function inWords({ name, kind, values }: { name: string; kind: Kind; values: (number | null)[] }, named: string[]): string[] {
  const all = values.flatMap((value, at) => (value === null ? [] : [{ value, period: named[at] ?? "" }])).sort((a, b) => a.value - b.value);
  const [lowest, highest] = [all.at(0), all.at(-1)];
  const written = ({ value, period }: { value: number; period: string }) => words.at(WRITTEN[kind](value), period);
  return lowest && highest ? [words.extremes({ name, lowest: written(lowest), highest: written(highest) })] : [];
}

/** Every figure with its chart and its table. */
export function figureViews({ asked: { unit, periods }, tallies }: Shown, today: LocalDate): FigureView[] {
  const named = periods.map(({ first, last }) => {
    const name = words[unit].name(first);
    return first <= today && today <= last ? words.soFar(name) : name;
  });
  return FIGURES.map((figure) => {
    const { heading, how } = words.of[figure.name];
    const values = tallies.map((tally) => valuesOf(figure, tally));
    const columns = headings(figure.name, figure.columns);
    const write = figure.columns.map(({ kind }) => WRITTEN[kind]);
    return {
      ...{ name: figure.name, heading, how, columns },
      rows: values.map((cells, at) => ({
        period: named[at] ?? "",
        cells: cells.map((value, column) => (value === null ? null : (write[column]?.(value) ?? ""))),
      })),
      chart: { labels: periods.map(({ first }) => words[unit].short(first)), ...chartOf(figure, { values, named }) },
    };
  });
}

/** The figures as a table for a spreadsheet: a line a period, shares as numbers from 0 to 1, nothing where there is nothing to count. */
export function figureLines({ asked: { periods }, tallies }: Shown): string[][] {
  const columns = FIGURES.flatMap(({ name, columns }) =>
    headings(name, columns).map((column) => words.column(words.of[name].heading, column)),
  );
  const lines = periods.map(({ first, last }, at) => {
    const tally = tallies[at];
    const values = tally ? FIGURES.flatMap((figure) => valuesOf(figure, tally)) : [];
    return [first, last, ...values.map((value) => (value === null ? "" : String(Math.round(value * 1000) / 1000)))];
  });
  return [[words.firstDate, words.lastDate, ...columns], ...lines];
}
