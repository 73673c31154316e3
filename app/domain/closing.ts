import { addYears } from "date-fns";
import { type LocalDate, localDate } from "./local-date.ts";

/** Why an operative is away. */
export const ABSENCE_KINDS = ["sick", "leave", "training"] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** When nobody works: local dates, both included, and on part of each day where there are times (HH:MM, both or neither). */
export interface Span {
  fromDate: LocalDate;
  untilDate: LocalDate;
  starts: string | null;
  ends: string | null;
  /** The code of the one window that is closed; null closes all. */
  window: string | null;
}

/** Somebody's absence, or a closure of many, as an officer asks for it. */
export type Closing = Span &
  (
    | { what: "absence"; operativeIds: string[]; kind: AbsenceKind }
    | { what: "closure"; reason: string; tradeId: string | null; patchId: string | null }
  );

/** The visits of a date that a span may close. */
interface Worked {
  date: LocalDate;
  window: string;
  starts: string;
  ends: string;
}

/** Whether a slot falls into a span. A part of a day closes every window that it overlaps: until 13:00 does not touch one from 13:00. */
export function isClosed({ fromDate, untilDate, starts, ends, window }: Span, slot: Worked): boolean {
  if (slot.date < fromDate || slot.date > untilDate) return false;
  if (window !== null && window !== slot.window) return false;
  return starts === null || ends === null || (slot.starts < ends && starts < slot.ends);
}

/** The last date for which officers may plan an absence or a closure: a year from now. */
export function lastPlanned(now: Date): LocalDate {
  return localDate(addYears(now, 1));
}

/** A closing as it is in force: whose slots it closes, why, and the change that it was. */
export interface ClosingInForce extends Span {
  operativeIds: ReadonlySet<string>;
  reason: string;
  changeId: string;
}
