import { addMinutes, addSeconds, differenceInMilliseconds } from "date-fns";
import { addDays, instantAt, type LocalDate, localDate } from "./local-date.ts";
import { isUrgent } from "./message.ts";
import { awakeFrom, WAKING } from "./quiet-hours.ts";

const MINUTE_MS = 60_000;
/** An emergency is said again this often, until somebody says that they have seen it. */
const REPEAT_MINUTES = 10;
/** Half a minute, then twice as long each time. */
const FIRST_WAIT_S = 30;
/** An emergency's four tries end well before it is said anew; other messages are tried for about two hours. */
const MOST_TRIES = { emergency: 4, other: 9 };
/** Waits differ by up to a fifth, so that what failed together does not come back together. */
const JITTER = 0.2;
/** Longer than any transport may take: after it the sender has died, and another may take the message over. */
const LEASE_SECONDS = 60;

/** Local times. */
const REMINDER_AT = "18:00";
/** Who booked after it that day remembers by themselves. */
const REMINDED_IF_BOOKED_BEFORE = "12:00";

/** Until when a message belongs to the sender that takes it now. */
export const leaseFrom = (now: Date): Date => addSeconds(now, LEASE_SECONDS);

/** When a message is tried again after so many tries in vain; undefined once it is given up. `chance` from 0 up to 1 spreads what is no emergency. */
export function tryAgainAt({ kind, tries }: { kind: string; tries: number }, now: Date, chance = 0): Date | undefined {
  const isEmergency = kind === "emergency";
  if (tries >= (isEmergency ? MOST_TRIES.emergency : MOST_TRIES.other)) return undefined;
  return addSeconds(now, FIRST_WAIT_S * 2 ** (tries - 1) * (isEmergency ? 1 : 1 + JITTER * chance));
}

/** When what was due at an instant is due again: every 10 minutes from it, and after now. What was missed is said once, not many times at once. */
export function repeatAt(dueAt: Date, now: Date): Date {
  const gone = Math.max(0, differenceInMilliseconds(now, dueAt));
  const times = Math.floor(gone / (REPEAT_MINUTES * MINUTE_MS)) + 1;
  return addMinutes(dueAt, times * REPEAT_MINUTES);
}

const isQuiet = (at: Date) => awakeFrom(at) > at;

/** When something is said: at once where it is urgent or answers what the person just did, else not in the quiet hours. */
export function dueFrom({ kind, isAnswer }: { kind: string; isAnswer: boolean }, now: Date): Date {
  return isAnswer || isUrgent(kind) ? now : awakeFrom(now);
}

/** Until when a late message waits, since quiet hours have begun meanwhile; undefined where it may be said. One due in them was never to wait. */
export function heldUntil({ kind, dueAt }: { kind: string; dueAt: Date }, now: Date): Date | undefined {
  const isHeld = isQuiet(now) && !isUrgent(kind) && !isQuiet(dueAt);
  return isHeld ? awakeFrom(now) : undefined;
}

/** What reminds of a visit, and when: the evening before, where it was booked before noon of that day; and the morning of, where it was not booked on it. */
export function remindersOf(date: LocalDate, bookedAt: Date): { kind: "reminder" | "morning"; dueAt: Date }[] {
  const before = addDays(date, -1);
  const isEarly = bookedAt < instantAt(before, REMINDED_IF_BOOKED_BEFORE);
  return [
    ...(isEarly ? [{ kind: "reminder" as const, dueAt: instantAt(before, REMINDER_AT) }] : []),
    ...(localDate(bookedAt) < date ? [{ kind: "morning" as const, dueAt: instantAt(date, WAKING) }] : []),
  ];
}
