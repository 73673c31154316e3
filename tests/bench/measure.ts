/** One side of a comparison: does its share of a round and answers with what is measured (microseconds each, or requests a second). */
export type Side = () => Promise<number>;

/** What is asked of a measure: at least, or at most, a value. */
export type Target = { atLeast: number } | { atMost: number };

/** A line of the report. `value` is what the target is about: a ratio, or an amount where there is no baseline. */
export interface Row {
  measure: string;
  unit: string;
  ours: number;
  baseline?: number;
  value: number;
  target?: Target;
  met?: boolean;
}

const ROUNDS = 5;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const isMet = (value: number, target: Target) => ("atLeast" in target ? value >= target.atLeast : value <= target.atMost);

/** A line with its verdict. Without a target it is only reported. */
export function judged(row: Omit<Row, "met">): Row {
  return { ...row, ...(row.target && { met: isMet(row.value, row.target) }) };
}

/** The sides of a comparison, and how many slices of each make a round. */
interface Sides {
  ours: Side;
  baseline: Side;
  slices?: number;
}

/** One round: slice by slice in turns, so that a busy machine is busy for both. What a side did is the median of its slices. */
async function playRound({ ours, baseline, slices = 1 }: Sides): Promise<{ ours: number; baseline: number }> {
  const [own, others]: [number[], number[]] = [[], []];
  for (let slice = 0; slice < slices; slice++) {
    own.push(await ours());
    others.push(await baseline());
  }
  return { ours: median(own), baseline: median(others) };
}

interface Asked {
  measure: string;
  unit: string;
  target?: Target;
  /** For costs where more speed is wanted: the ratio is then the baseline's cost to ours. */
  inverse?: boolean;
}

/** Measures two sides in interleaved rounds, after a round to warm up, and takes the median of the rounds' ratios. */
export async function compare({ measure, unit, target, inverse = false }: Asked, sides: Sides): Promise<Row> {
  await playRound(sides);
  const rounds: { ours: number; baseline: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await playRound(sides));
  const ratios = rounds.map(({ ours, baseline }) => (inverse ? baseline / ours : ours / baseline));
  const [ours, baseline] = [median(rounds.map((round) => round.ours)), median(rounds.map((round) => round.baseline))];
  return judged({ measure, unit, ours, baseline, value: median(ratios), ...(target && { target }) });
}

/** Microseconds that each of a number of calls takes, by the clock. */
export async function timeEach(times: number, call: (at: number) => unknown): Promise<number> {
  const began = performance.now();
  for (let at = 0; at < times; at++) await call(at);
  return ((performance.now() - began) * 1000) / times;
}

/** Microseconds of processor that each of a number of calls takes: what others run meanwhile does not count. */
export async function workEach(times: number, call: (at: number) => unknown): Promise<number> {
  const began = process.cpuUsage();
  for (let at = 0; at < times; at++) await call(at);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / times;
}
