import { addMinutes, addSeconds, differenceInMilliseconds } from "date-fns";

const MINUTE_MS = 60_000;
/** An emergency is said again this often, until somebody says that they have seen it. */
const REPEAT_MINUTES = 10;
/** Half a minute, then twice as long each time: the four tries end well before the message is said anew. */
const FIRST_WAIT_S = 30;
const MOST_TRIES = 4;
/** Longer than any transport may take: after it the sender has died, and another may take the message over. */
const LEASE_SECONDS = 60;

/** Until when a message belongs to the sender that takes it now. */
export const leaseFrom = (now: Date): Date => addSeconds(now, LEASE_SECONDS);

/** When a message is tried again after so many tries in vain; undefined once it is given up. */
export function tryAgainAt(tries: number, now: Date): Date | undefined {
  return tries < MOST_TRIES ? addSeconds(now, FIRST_WAIT_S * 2 ** (tries - 1)) : undefined;
}

/** When what was due at an instant is due again: every 10 minutes from it, and after now. What was missed is said once, not many times at once. */
export function repeatAt(dueAt: Date, now: Date): Date {
  const gone = Math.max(0, differenceInMilliseconds(now, dueAt));
  const times = Math.floor(gone / (REPEAT_MINUTES * MINUTE_MS)) + 1;
  return addMinutes(dueAt, times * REPEAT_MINUTES);
}
