import { z } from "zod";
import { ABSENCE_KINDS, type AbsenceKind, type Closing } from "#app/domain/closing.ts";
import { isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, type Options, oneOf, optional, someOf, text } from "./fields.ts";
import { checkFields, type Errors, type Typed } from "./journey.ts";

const { closing, absences } = staff;

/** What the forms choose from, by id or code, and the dates between which plans are made. */
export interface ClosingFacts {
  operatives: Options;
  trades: Options;
  patches: Options;
  windows: Options;
  today: LocalDate;
  last: LocalDate;
}

const day = ({ error, ...words }: { label: string; error: string }): Field<LocalDate> => ({
  ...{ kind: "date", ...words },
  schema: z.string(error).refine(isLocalDate, error),
});

const time = (words: { label: string; error: string; hint?: string }) =>
  optional({ ...words, kind: "time", isRight: (typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) });

const days = {
  from: day({ label: closing.from.label, error: closing.from.error }),
  until: optional({ label: closing.until.label, hint: closing.until.hint, error: closing.until.error, kind: "date", isRight: isLocalDate }),
};

const any = (options: Options, words: { label: string; error: string; hint?: string }) =>
  oneOf({ all: closing.all, ...options }, words, "select");

/** The form of an absence. */
export const absenceFields = ({ operatives }: Pick<ClosingFacts, "operatives">) => ({
  operatives: someOf(operatives, closing.operatives),
  kind: oneOf(absences.kinds, closing.kind),
  ...days,
  starts: time(closing.starts),
  ends: time({ label: closing.ends.label, error: closing.ends.error }),
});

/** The form of a closure. */
export const closureFields = ({ trades, patches, windows }: Pick<ClosingFacts, "trades" | "patches" | "windows">) => ({
  reason: text({ ...closing.reason, max: 100 }),
  ...days,
  trade: any(trades, closing.trade),
  patch: any(patches, closing.patch),
  window: any(windows, closing.window),
});

/** What is wrong with dates that are right each by itself; undefined where nothing is. */
function wrongDays({ from, until }: { from: LocalDate; until: string }, { today, last }: ClosingFacts): Errors | undefined {
  if (from < today) return { from: closing.from.past };
  if (until !== "" && until < from) return { until: closing.until.before };
  return (until || from) > last ? { until: closing.until.far } : undefined;
}

function wrongTimes({ starts, ends }: { starts: string; ends: string }): Errors | undefined {
  if ((starts === "") !== (ends === "")) return starts === "" ? { starts: closing.starts.error } : { ends: closing.ends.error };
  return starts !== "" && ends <= starts ? { ends: closing.ends.before } : undefined;
}

const isKind = (kind: string): kind is AbsenceKind => ABSENCE_KINDS.some((each) => each === kind);
const chosen = (value: string) => (value === "all" ? null : value);

/** Reads an absence or a closure as it was typed: what it closes, or what is wrong with which field. */
export function readClosing(what: Closing["what"], typed: Typed[string], facts: ClosingFacts): { closing: Closing } | { errors: Errors } {
  if (what === "closure") {
    const checked = checkFields(closureFields(facts), typed, (answer) => wrongDays(answer, facts));
    if ("errors" in checked) return checked;
    const { reason, from, until, trade, patch, window } = checked.answer;
    const span = { fromDate: from, untilDate: until || from, starts: null, ends: null, window: chosen(window) };
    return { closing: { what, reason, tradeId: chosen(trade), patchId: chosen(patch), ...span } };
  }
  const checked = checkFields(absenceFields(facts), typed, (answer) => wrongDays(answer, facts) ?? wrongTimes(answer));
  if ("errors" in checked) return checked;
  const { operatives, kind, from, until, starts, ends } = checked.answer;
  const span = { fromDate: from, untilDate: until || from, starts: starts || null, ends: ends || null, window: null };
  return { closing: { what, operativeIds: operatives, kind: isKind(kind) ? kind : "leave", ...span } };
}
