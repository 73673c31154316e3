import { isDampOrMould } from "./hazard.ts";
import type { LocalDate } from "./local-date.ts";

/** How a visit can end. */
const OUTCOMES = ["done", "no-access", "more-work", "could-not"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What can be said of a visit on the day, in the order it is used. */
export const STEPS = ["on-the-way", "arrived", ...OUTCOMES] as const;
export type Step = (typeof STEPS)[number];

/** Reads a step's name; undefined where it is none. */
export function asStep(name: unknown): Step | undefined {
  return STEPS.find((step) => step === name);
}

/** Reads an outcome's name; undefined where it is none. */
export function asOutcome(name: unknown): Outcome | undefined {
  return OUTCOMES.find((outcome) => outcome === name);
}

/** What of an appointment and its visit says which steps it can take. */
export interface VisitStanding {
  /** Of the appointment: booked, done or cancelled. */
  status: string;
  date: LocalDate;
  /** Somebody is to come: each of its slots is open. */
  isServed: boolean;
  onTheWayAt: Date | null;
  arrivedAt: Date | null;
  outcome: string | null;
}

/**
 * Why a step is not possible: `said` already; `ended` or `cancelled`, so nothing more can be said; `not-yet`, its date is still to come;
 * `day-over`, so that nobody is on the way now; `nobody-comes`, it needs moving first; `arrived`, so nobody is on the way any more.
 */
export type StepRefusal = "said" | "ended" | "cancelled" | "not-yet" | "day-over" | "nobody-comes" | "arrived";

/** Why a visit cannot take a step as it stands; undefined where it can. */
export function stepRefusal(visit: VisitStanding, step: Step, today: LocalDate): StepRefusal | undefined {
  if (visit.status === "cancelled") return "cancelled";
  if (visit.outcome !== null || visit.status !== "booked") return visit.outcome === step ? "said" : "ended";
  if (visit.date > today) return "not-yet";
  const hasSetOut = visit.onTheWayAt !== null || visit.arrivedAt !== null;
  if (!visit.isServed && !hasSetOut && step !== "could-not") return "nobody-comes";
  return asOutcome(step) ? undefined : comingRefusal(visit, step, today);
}

function comingRefusal({ onTheWayAt, arrivedAt, date }: VisitStanding, step: Step, today: LocalDate): StepRefusal | undefined {
  if (step === "arrived" ? arrivedAt !== null : onTheWayAt !== null) return "said";
  if (arrivedAt !== null) return "arrived";
  return date < today ? "day-over" : undefined;
}

/** The steps a visit can take as it stands, in the order they are used. */
export function stepsOf(visit: VisitStanding, today: LocalDate): Step[] {
  return STEPS.filter((step) => stepRefusal(visit, step, today) === undefined);
}

/** What of a repair says whether it is about damp, mould, a leak or safety. */
interface Danger {
  hazard: string | null;
  priority: string;
  problem: string;
  detail: string | null;
}

const LEAK = /\b(?:leak|flood|burst|overflow)/i;

/**
 * Whether only an officer may say that a repair is done: damp, mould, leaks and safety come back, or were never looked at (landlords that do
 * not close these on no access; Awaab's Law).
 */
export function needsOfficerToClose({ hazard, priority, problem, detail }: Danger): boolean {
  return hazard !== null || priority === "emergency" || isDampOrMould([problem, detail]) || LEAK.test(`${problem} ${detail ?? ""}`);
}

/** Whether an officer is asked if a repair is done: somebody who was there says so, and may not close it. */
export function awaitsClosing({
  outcome,
  repair,
}: {
  outcome: string | null;
  repair: { status: string; waitsFor: string | null };
}): boolean {
  return outcome === "done" && repair.status === "open" && repair.waitsFor === "officer";
}

/** A visit that has ended, and what of its repair has changed since. */
interface Ended {
  outcome: Outcome | undefined;
  date: LocalDate;
  purpose: string;
  repairStatus: string;
  /** The purposes of the repair's appointments that are still to come. */
  others: readonly string[];
}

/**
 * Whether what was said at the end of a visit can be taken back: on its own day, while the repair is not cancelled and no other visit has been
 * promised in its place.
 */
export function mayTakeBack({ outcome, date, purpose, repairStatus, others }: Ended, today: LocalDate): boolean {
  if (!outcome || date !== today || repairStatus === "cancelled") return false;
  return outcome === "more-work" ? others.length === 0 : !others.includes(purpose);
}
