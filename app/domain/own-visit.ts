import { subMinutes } from "date-fns";
import { z } from "zod";
import { instantAt, type LocalDate, localDate } from "./local-date.ts";
import type { Rules } from "./rules.ts";

/** What a landlord lets tenants change of a visit by themselves: until so many minutes before its window, and so many times. */
export const visitChanges = z
  .strictObject({
    cutOffMinutes: z
      .number()
      .int()
      .min(0)
      .max(7 * 24 * 60)
      .default(60),
    mostMoves: z.number().int().min(0).max(20).default(3),
  })
  .prefault({});

export type VisitChanges = z.infer<typeof visitChanges>;

/** What of an appointment and its visit says what its tenant may still change. */
interface OwnVisit {
  /** Of the appointment: booked, done or cancelled. */
  status: string;
  date: LocalDate;
  /** Local HH:MM. */
  starts: string;
  onTheWayAt: Date | null;
  arrivedAt: Date | null;
  outcome: string | null;
  /** False where nobody can come to it as it stands. */
  isServed?: boolean;
}

/** The last instant at which a tenant may move a visit. */
export function cutOffOf({ date, starts }: Pick<OwnVisit, "date" | "starts">, { cutOffMinutes }: VisitChanges): Date {
  return subMinutes(instantAt(date, starts), cutOffMinutes);
}

/**
 * How far a visit can still be changed by its tenant: `free` to move or drop; `late`, when it can only be said that nobody will be in; or
 * `closed`, since somebody has arrived, its day is over, or it is no promise any more.
 */
export function visitFreedom(visit: OwnVisit, changes: VisitChanges, now: Date): "free" | "late" | "closed" {
  const { status, date, onTheWayAt, arrivedAt, outcome } = visit;
  if (status !== "booked" || outcome !== null || arrivedAt !== null || date < localDate(now)) return "closed";
  return onTheWayAt !== null || now >= cutOffOf(visit, changes) ? "late" : "free";
}

/**
 * Why a visit cannot be moved by its tenant, `moved` being how often they have; undefined where it can. One that nobody can come to may be moved
 * however late and often: it is not their doing.
 */
export function moveRefusal(visit: OwnVisit, moved: number, changes: VisitChanges, now: Date): "late" | "closed" | "too-often" | undefined {
  const freedom = visitFreedom(visit, changes, now);
  if (freedom === "closed") return freedom;
  if (visit.isServed === false) return undefined;
  if (freedom === "late") return freedom;
  return moved >= changes.mostMoves ? "too-often" : undefined;
}

/** A promise of a repair as its story needs it. */
interface Promised {
  status: string;
  date: LocalDate;
}

/** Which page a repair has for whoever reported it. `past`: its visit's day is over, and nobody has said how it went. */
export type OwnState = "done" | "cancelled" | "past" | "coming" | "waiting";

/** How a repair stands, and the promise it is about: the soonest to come, else the one that is past; undefined where there is none. */
export function ownState<Visit extends Promised>(
  repairStatus: string,
  visits: readonly Visit[],
  today: LocalDate,
): { state: OwnState; visit: Visit | undefined } {
  const booked = visits.filter(({ status }) => status === "booked").toSorted((a, b) => a.date.localeCompare(b.date));
  const visit = booked.find(({ date }) => date >= today) ?? booked.at(-1);
  if (repairStatus === "done" || repairStatus === "cancelled") return { state: repairStatus, visit: undefined };
  if (!visit) return { state: "waiting", visit };
  return { state: visit.date < today ? "past" : "coming", visit };
}

/** Setting aside what tenants are held to, by somebody whose role may. */
export interface Override {
  /** Why: a code. */
  reason: string;
  /** The priority that the chosen time is kept for, where that is not the repair's own. */
  keptFor?: string | undefined;
}

const FURTHEST_DAYS = 365;

/** The rules without the last date that tenants are offered: as far as the calendar goes. */
export const rulesBeyond = (rules: Rules): Rules => ({ ...rules, booking: { ...rules.booking, horizonDays: FURTHEST_DAYS } });
