/**
 * Whether the public may hold more of a trade's slots on a date: all their holds together take at most a share of what is free or held
 * there, but one hold is always possible. What is not held goes to whoever sends a report first, so nobody can lock a day by choosing.
 * `share` is in per cent.
 */
export function mayHold({ held, free, visits, share }: { held: number; free: number; visits: number; share: number }): boolean {
  return held === 0 || held + visits <= Math.floor(((held + free) * share) / 100);
}
