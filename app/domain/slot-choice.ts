import { canServe, type Way } from "./offers.ts";
import { compareText, grouped } from "./ordering.ts";

/** A free slot that could be taken. */
export interface Candidate {
  id: string;
  operativeId: string;
  /** The slot's own window. */
  window: string;
  /** Which of the operative's visits in that window: 1, 2, … */
  place: number;
  /** How many trades the operative has. */
  trades: number;
}

/** Slots of one operative that are enough for the job, in the order of its visits. */
export type SlotSet<Slot extends Candidate = Candidate> = [first: Slot, second?: Slot];

/** The first way these slots of one operative can serve, as the slots to take; undefined where they are not enough. */
function firstSet<Slot extends Candidate>(slots: readonly Slot[], ways: readonly Way[]): SlotSet<Slot> | undefined {
  const of = (window: string) =>
    slots.filter((slot) => slot.window === window).sort((a, b) => a.place - b.place || compareText(a.id, b.id));
  const way = ways.find((each) => canServe(each, (window) => of(window).length));
  if (!way) return undefined;
  const [first, next] = of(way[0]);
  const second = way[0] === way[1] ? next : way[1] && of(way[1])[0];
  return first && (second ? [first, second] : [first]);
}

/**
 * The slots to try for a job, the best first, one set an operative: who has the fewest other trades (so that those with many stay free for
 * the rest), then who has most jobs that day in the home's patch (`jobsInPatch`, by operative), then by id. Of one operative's slots, those
 * of the earlier way first.
 */
export function preferSlots<Slot extends Candidate>(
  candidates: readonly Slot[],
  ways: readonly Way[],
  jobsInPatch?: ReadonlyMap<string, number>,
): SlotSet<Slot>[] {
  const byOperative = grouped(candidates, ({ operativeId }) => operativeId);
  const jobs = (operativeId: string) => jobsInPatch?.get(operativeId) ?? 0;
  return [...byOperative.values()]
    .flatMap((slots) => {
      const set = firstSet(slots, ways);
      return set ? [set] : [];
    })
    .sort(([a], [b]) => a.trades - b.trades || jobs(b.operativeId) - jobs(a.operativeId) || compareText(a.operativeId, b.operativeId));
}

/** Whether the choice between the best sets needs the jobs of the day: the first two have as many trades. */
export function isTied([best, next]: readonly SlotSet[]): boolean {
  return best !== undefined && next !== undefined && best[0].trades === next[0].trades;
}
