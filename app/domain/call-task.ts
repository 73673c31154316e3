import { addHours, isAfter } from "date-fns";
import { addDays, instantAt, type LocalDate, localDate } from "./local-date.ts";

/**
 * Why somebody must be reached. call: we said we would call. request: their address is not listed. tell: nothing but a call tells them. moving:
 * nobody can come to their visit. unbooked: their repair has no visit. failed: a message did not reach them.
 */
export const TASK_KINDS = ["call", "request", "tell", "moving", "unbooked", "failed"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** A task's name: its kind and the id of what it is about. */
export const taskId = (kind: TaskKind, subject: string): string => `${kind}-${subject}`;

/** Reads a task's name; undefined where it is none. What it is about may not exist. */
export function parseTaskId(id: string): { kind: TaskKind; subject: string } | undefined {
  const [, name, subject] = /^([a-z]+)-([0-9a-zA-Z_-]{1,60})$/.exec(id) ?? [];
  const kind = TASK_KINDS.find((each) => each === name);
  return kind && subject ? { kind, subject } : undefined;
}

/** Somebody to be reached, as far as its turn goes. */
export interface Turn {
  isUrgent: boolean;
  since: Date;
  /** Nobody need try before; null where nobody has tried. */
  nextTryAt: Date | null;
}

/** A hazard, or a date that is today or past: of the promise, or of the visit that is in doubt. */
export const isUrgentTask = (
  { hazard, dueOn, visitOn }: { hazard: string | null; dueOn?: LocalDate; visitOn?: LocalDate | null },
  today: LocalDate,
) => hazard !== null || (dueOn !== undefined && dueOn <= today) || (Boolean(visitOn) && (visitOn ?? "") <= addDays(today, 1));

/** The order of the list: what can be tried now before what cannot, what is urgent before the rest, what has waited longest first. */
export function inTurn(now: Date): (a: Turn, b: Turn) => number {
  const waits = ({ nextTryAt }: Turn) => Number(nextTryAt !== null && isAfter(nextTryAt, now));
  return (a, b) => waits(a) - waits(b) || Number(b.isUrgent) - Number(a.isUrgent) || a.since.getTime() - b.since.getTime();
}

/** How somebody was tried, and what came of it. */
const METHODS = ["phone", "text", "letter", "visit"] as const;
export type Method = (typeof METHODS)[number];
export type Outcome = "reached" | "no-answer" | "left-message" | "wrong-number";

/** How many different ways must have been tried before a hazard is left for want of access (Awaab's Law guidance: reasonable and evidenced attempts). */
export const WAYS_NEEDED = 3;

/** The ways that were tried so far, each once, and whether that is enough evidence. */
export function evidenceOf(methods: readonly string[]): { ways: Method[]; others: Method[]; isEnough: boolean } {
  const ways = METHODS.filter((method) => methods.includes(method));
  return { ways, others: METHODS.filter((method) => !ways.includes(method)), isEnough: ways.length >= WAYS_NEEDED };
}

/** When somebody is tried next, by its code: later today, the next morning or afternoon, or in some days. */
export type NextTry = "hours" | "morning" | "afternoon" | "days";

const [HOURS, DAYS] = [2, 3];

/** The instant of a next try. */
export function nextTryAt(next: NextTry, now: Date): Date {
  const today = localDate(now);
  const at: Readonly<Record<NextTry, Date>> = {
    hours: addHours(now, HOURS),
    morning: instantAt(addDays(today, 1), "09:00"),
    afternoon: instantAt(addDays(today, 1), "14:00"),
    days: instantAt(addDays(today, DAYS), "09:00"),
  };
  return at[next];
}
