import { z } from "zod";
import { isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import type { OperativeDetails } from "#app/domain/operative.ts";
import type { ArrivalWindow } from "#app/domain/rules.ts";
import { WISHES } from "#app/domain/wish.ts";
import { MOST_VISITS, type NewPattern, type WeeklyVisits } from "#app/domain/working-pattern.ts";
import { staff } from "#app/languages/staff.ts";
import { anyOf, type Field, type Options, oneOf, optional, someOf, text } from "./fields.ts";
import { checkFields, type Errors, type Typed } from "./journey.ts";

const { operative, pattern } = staff;

const accreditationName = (kind: string) => `until-${kind}`;

interface OperativeFacts {
  trades: Options;
  patches: Options;
  /** What trades ask to be accredited for. */
  accreditations: readonly string[];
}

/** What is known of an operative; a field for each accreditation there is. */
export function operativeFields({ trades, patches, accreditations }: OperativeFacts) {
  const { label, hint, error } = operative.accreditation;
  const until = (kind: string): [string, Field<string>] => [
    accreditationName(kind),
    optional({ kind: "date", label: label(kind), hint, error, isRight: isLocalDate }),
  ];
  return {
    name: text({ ...operative.name, max: 100, autocomplete: "off" }),
    contractor: text({ ...operative.contractor, max: 100, autocomplete: "off" }),
    trades: someOf(trades, operative.trades),
    patches: someOf(patches, operative.patches),
    investigates: anyOf(
      { yes: operative.investigates.label },
      { label: operative.investigates.legend, error: operative.investigates.label },
    ),
    ...Object.fromEntries(accreditations.map(until)),
    wishes: anyOf(operative.wishes.options, operative.wishes),
  };
}

/** Reads an operative as it was typed, or what is wrong with which field. */
export function readOperativeForm(typed: Typed[string], facts: OperativeFacts) {
  const checked = checkFields(operativeFields(facts), typed);
  if ("errors" in checked) return checked;
  const { name, contractor, trades, patches, investigates, wishes, ...rest } = checked.answer;
  const dates: Readonly<Record<string, unknown>> = rest;
  const held = facts.accreditations.flatMap((kind) => {
    const endsOn = dates[accreditationName(kind)];
    return typeof endsOn === "string" && endsOn !== "" ? [[kind, endsOn] as const] : [];
  });
  const details = { name, contractor, tradeIds: trades, patchIds: patches, investigates: investigates.length > 0 };
  const met = WISHES.filter((wish) => wishes.includes(wish));
  return { details: { ...details, accreditations: Object.fromEntries(held), wishes: met } };
}

/** An operative as the form shows it. */
export function operativeValues(details: OperativeDetails) {
  const { name, contractor, tradeIds, patchIds, investigates, accreditations, wishes } = details;
  const dates = Object.entries(accreditations).map(([kind, endsOn]) => [accreditationName(kind), endsOn]);
  return {
    name,
    contractor,
    trades: tradeIds,
    patches: patchIds,
    investigates: investigates ? ["yes"] : [],
    wishes,
    ...Object.fromEntries(dates),
  };
}

/** The dates of a pattern, and whether two weeks take turns. */
export const patternFields = {
  from: {
    ...{ kind: "date" as const, label: pattern.from.label },
    schema: z.string(pattern.from.error).refine(isLocalDate, pattern.from.error),
  },
  until: optional({ kind: "date", label: pattern.until.label, hint: pattern.until.hint, error: pattern.until.error, isRight: isLocalDate }),
  weeks: oneOf({ one: pattern.everyWeek, two: pattern.inTurn }, pattern.weeks),
};

/** The name of the field for the visits of a week (1 or 2) on a weekday in a window. */
export const visitsName = (week: number, { weekday, window }: Pick<WeeklyVisits, "weekday" | "window">) =>
  `visits-${week}-${weekday}-${window}`;

export const WEEKDAY_NUMBERS = [1, 2, 3, 4, 5, 6, 7];

/** Every cell of a week's table. */
const cellsOf = (windows: readonly ArrivalWindow[]) =>
  windows.flatMap(({ code }) => WEEKDAY_NUMBERS.map((weekday) => ({ weekday, window: code })));

/** The names of all fields for visits. */
export const visitsNames = (windows: readonly ArrivalWindow[]) =>
  [1, 2].flatMap((week) => cellsOf(windows).map((cell) => visitsName(week, cell)));

const visits = z.preprocess(
  (typed) => (typed === undefined || typed === "" ? "0" : typed),
  z
    .string()
    .regex(/^\s*\d{1,2}\s*$/)
    .transform(Number)
    .pipe(z.number().max(MOST_VISITS)),
);

/** Reads a pattern as it was typed from today on, or what is wrong with which field. */
export function readPattern(
  typed: Typed[string],
  { operativeId, windows, today }: { operativeId: string; windows: readonly ArrivalWindow[]; today: LocalDate },
): { pattern: NewPattern } | { errors: Errors } {
  const checked = checkFields(patternFields, typed, ({ from, until }): Errors | undefined => {
    if (from < today) return { from: pattern.from.past };
    return until !== "" && until < from ? { until: pattern.until.before } : undefined;
  });
  const errors: Errors = "errors" in checked ? { ...checked.errors } : {};
  const weekOf = (week: number): WeeklyVisits[] =>
    cellsOf(windows).map((cell) => {
      const name = visitsName(week, cell);
      const read = visits.safeParse(typed?.[name]);
      if (!read.success) errors[name] = pattern.visits(MOST_VISITS);
      return { ...cell, visits: read.data ?? 0 };
    });
  const weeks = [weekOf(1), weekOf(2)];
  if ("errors" in checked || Object.keys(errors).length > 0) return { errors };
  const { from, until, weeks: turn } = checked.answer;
  return { pattern: { operativeId, fromDate: from, untilDate: until || null, weeks: turn === "two" ? weeks : weeks.slice(0, 1) } };
}
