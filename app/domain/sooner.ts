import { subHours } from "date-fns";
import { z } from "zod";
import { instantAt, type LocalDate, localDate } from "./local-date.ts";
import { type Choice, type Offer, offerKey } from "./offers.ts";
import { compareText } from "./ordering.ts";
import { cutOffOf, type VisitChanges } from "./own-visit.ts";

/** How long a sooner time is held for whoever it is offered to, in minutes of the day: the quiet hours do not count. */
export const soonerOffers = z
  .strictObject({
    holdMinutes: z
      .number()
      .int()
      .min(15)
      .max(24 * 60)
      .default(120),
  })
  .prefault({});

/** After so many offers in a row that nobody answered no more are made: each kept a time from everybody else. */
const MOST_UNANSWERED = 3;

/** What a repair without a visit waits for when it can be given one without anybody's leave. */
const MAY_BE_BOOKED: readonly (string | null)[] = [null, "call", "officer"];

/** What somebody wants a sooner visit than: what was promised when they asked, or no visit at all. */
export interface Than {
  appointmentId: string | null;
  date: LocalDate | null;
  window: string | null;
}

interface Visit extends Choice {
  id: string;
  status: string;
}

interface Standing {
  repair: { status: string; waitsFor: string | null; trade: string | null; problemId: string | null };
  appointments: readonly Visit[];
}

/**
 * Whether somebody can still be given a sooner visit: their repair is open, and the promise is the one they asked about, on a day to come; or
 * it had none, still has none, and nobody has to decide something else first. So moving, cancelling and doing end the wish.
 */
export function stillWaits({ appointmentId, date, window }: Than, { repair, appointments }: Standing, now: Date): boolean {
  if (repair.status !== "open" || repair.trade === null || repair.problemId === null) return false;
  if (appointmentId === null) return hasNone({ repair, appointments });
  const visit = appointments.find(({ id }) => id === appointmentId);
  return visit?.status === "booked" && visit.date === date && visit.window === window && visit.date > localDate(now);
}

/** What was done waits for an officer to be closed, not for another visit. */
function hasNone({ repair, appointments }: Standing): boolean {
  if (!MAY_BE_BOOKED.includes(repair.waitsFor) || appointments.some(({ status }) => status === "booked")) return false;
  return repair.waitsFor !== "officer" || appointments.every(({ status }) => status !== "done");
}

/** Somebody who waits, as far as their turn depends on it. */
export interface InTurn {
  id: string;
  hasVisit: boolean;
  /** By when the law wants it, where it does. */
  legalDeadline: Date | null;
  askedAt: Date;
}

const NEVER = 8.64e15;
const byLaw = ({ legalDeadline }: InTurn) => legalDeadline?.getTime() ?? NEVER;

/** Whose turn is first: who has no visit, then whom the law gives a date, the nearest first, then who asked first. */
export function inTurn(a: InTurn, b: InTurn): number {
  return (
    Number(a.hasVisit) - Number(b.hasVisit) || byLaw(a) - byLaw(b) || a.askedAt.getTime() - b.askedAt.getTime() || compareText(a.id, b.id)
  );
}

/** The legal date of a repair: only a hazard has one. */
export function legalDeadlineOf({ hazard, dueOn, dueAt }: { hazard: string | null; dueOn: LocalDate; dueAt: Date | null }): Date | null {
  return hazard === null ? null : (dueAt ?? instantAt(dueOn, "23:59"));
}

/** An offer that was made. */
interface Made extends Choice {
  outcome: string | null;
}

interface Taker {
  /** The codes of the windows that suit, and how long before a window begins somebody must know. */
  windows: readonly string[];
  noticeHours: number;
  /** The date of the visit they have. */
  date: LocalDate | null;
  repair: { hazard: string | null; dueOn: LocalDate };
  /** Everything they were offered. */
  made: readonly Made[];
}

/**
 * The offers that somebody can take: on an earlier date than what they have, in a window that suits, not after a legal date, never offered to
 * them before; and at the last moment they may answer (`until`) there is still the notice that they asked for.
 */
export function suitable(
  offers: readonly Offer[],
  { windows, noticeHours, date, repair, made }: Taker,
  { until, changes }: { until: Date; changes: VisitChanges },
): Offer[] {
  const had = made.filter(({ outcome }) => outcome !== "gone").map(offerKey);
  return offers.filter((offer) => {
    if (!windows.includes(offer.window) || had.includes(offerKey(offer))) return false;
    if (date !== null && offer.date >= date) return false;
    if (repair.hazard !== null && offer.date > repair.dueOn) return false;
    const begins = { date: offer.date, starts: offer.from };
    return until <= subHours(instantAt(offer.date, offer.from), noticeHours) && until <= cutOffOf(begins, changes);
  });
}

/** Whether somebody has left their last offers unanswered, the last one being the last in the list. */
export function doesNotAnswer(made: readonly Made[]): boolean {
  const last = made.slice(-MOST_UNANSWERED);
  return last.length === MOST_UNANSWERED && last.every(({ outcome }) => outcome === "lapsed");
}
