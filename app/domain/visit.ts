import { isDampOrMould } from "./hazard.ts";
import type { LocalDate } from "./local-date.ts";

/** What can be said of a visit on the day, in the order it is used: the first two are on the way to an ending, each of the others ends it. */
export const STEPS = ["on-the-way", "arrived", "done", "no-access", "more-work", "could-not"] as const;
export type Step = (typeof STEPS)[number];

/** How a visit has ended. */
export type Outcome = Exclude<Step, "on-the-way" | "arrived">;

/** Reads a step's name; undefined where it is none. */
export function asStep(name: unknown): Step | undefined {
  return STEPS.find((step) => step === name);
}

/** Whether a step ends the visit. */
export function isOutcome(step: Step): step is Outcome {
  return step !== "on-the-way" && step !== "arrived";
}

/** How access was tried, where nobody let us in: what shows later that we did try (reference: all reasonable endeavours, Awaab's Law guidance). */
export const ACCESS_TRIED = ["knocked", "knocked-and-phoned", "phoned", "no-way-in"] as const;

/** Why a visit could not be done. */
export const COULD_NOT = ["parts", "other-trade", "unsafe", "refused", "no-time", "nobody-came", "other"] as const;

/** Why a step comes with a code, and which codes there are; the other steps take none. */
export const REASONS: Partial<Record<Step, readonly string[]>> = { "no-access": ACCESS_TRIED, "could-not": COULD_NOT };

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
  return isOutcome(step) ? undefined : comingRefusal(visit, step, today);
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
