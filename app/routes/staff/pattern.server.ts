import type { LocalDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import type { ArrivalWindow } from "#app/domain/rules.ts";
import type { WorkingPattern } from "#app/domain/slot-generation.ts";
import { type WeeklyVisits, weeksFrom } from "#app/domain/working-pattern.ts";
import type { WeekTable } from "#app/features/staff/pattern-page.tsx";
import { visitsName, WEEKDAY_NUMBERS } from "#app/journeys/operative-forms.ts";
import { staff } from "#app/languages/staff.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Form } from "#app/web/forms.server.ts";

/** Patterns as the form's fields: the two weeks from a local date on, and whether they differ. */
export function patternValues(patterns: readonly WorkingPattern[], date: LocalDate): Form {
  const weeks = weeksFrom(patterns, date);
  const values: Form = { from: date, weeks: patterns.some(({ everyWeeks }) => everyWeeks > 1) ? "two" : "one" };
  for (const [at, week] of weeks.entries()) for (const cell of week) values[visitsName(at + 1, cell)] = String(cell.visits);
  return values;
}

const first = (value: string | string[] | undefined) => [value ?? ""].flat()[0] ?? "";

/** The tables of both weeks with what was typed, or what is worked now. */
export function weekTables(
  windows: readonly ArrivalWindow[],
  values: Form,
  { mistake, words }: Pick<RequestContext, "mistake" | "words">,
): WeekTable[] {
  const typed = mistake?.typed ?? values;
  const cell = (number: number, at: Pick<WeeklyVisits, "weekday" | "window">, window: string) => {
    const name = visitsName(number, at);
    const label = staff.pattern.cell(words.format.weekdays([at.weekday]), window, number);
    const error = mistake?.errors[name];
    return { name, label, value: first(typed[name]), error: error && `${label}: ${error}` };
  };
  return [1, 2].map((number) => ({
    number,
    caption: staff.pattern.week(number),
    rows: windows.map(({ code, name }) => {
      const window = inLanguage(name, "en");
      return { window, cells: WEEKDAY_NUMBERS.map((weekday) => cell(number, { weekday, window: code }, window)) };
    }),
  }));
}
