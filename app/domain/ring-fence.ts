import { addDays, instantAt, type LocalDate } from "./local-date.ts";

/** So many slots of a trade that are kept each day for one priority, until a local time (HH:MM) of the day before. */
export interface RingFence {
  tradeId: string;
  keptFor: string;
  slots: number;
  releasedAt: string;
}

/** What of a slot's row says for whom it is kept. */
export interface Kept {
  keptFor: string | null;
  keptUntil: Date | null;
}

/** Whether somebody with a repair of a priority may take a slot: it is kept for nobody, for that priority, or not any more. */
export function mayTake({ keptFor, keptUntil }: Kept, priority: string, now: Date): boolean {
  return keptUntil === null || keptUntil <= now || keptFor === priority;
}

/** For which priority a slot is kept at an instant; null where it is for everybody. */
export const keptFor = ({ keptFor, keptUntil }: Kept, now: Date): string | null => (keptUntil !== null && keptUntil > now ? keptFor : null);

/** Until when slots of a date are kept. */
export function releaseOf({ releasedAt }: Pick<RingFence, "releasedAt">, date: LocalDate): Date {
  return instantAt(addDays(date, -1), releasedAt);
}

/** A slot of a date as it is kept or can be: `isFree` is open, nobody's, and kept for nobody. */
interface Keepable {
  id: string;
  window: string;
  isKept: boolean;
  isFree: boolean;
}

/**
 * Which slots of a trade's date are to be kept, and which no more. What is kept and taken by then counts: it was for that it was kept. Windows
 * take turns, so that what is kept is not all of one morning.
 */
export function keeping(slots: readonly Keepable[], wanted: number): { keep: string[]; release: string[] } {
  const kept = slots.filter(({ isKept }) => isKept);
  if (kept.length >= wanted) {
    const free = kept.filter(({ isFree }) => isFree);
    return { keep: [], release: free.slice(0, kept.length - wanted).map(({ id }) => id) };
  }
  const seen = new Map<string, number>();
  for (const { window } of kept) seen.set(window, (seen.get(window) ?? 0) + 1);
  const turn = slots
    .filter(({ isFree, isKept }) => isFree && !isKept)
    .map(({ id, window }) => {
      const at = seen.get(window) ?? 0;
      seen.set(window, at + 1);
      return { id, at };
    });
  return {
    keep: turn
      .sort((a, b) => a.at - b.at)
      .slice(0, wanted - kept.length)
      .map(({ id }) => id),
    release: [],
  };
}
