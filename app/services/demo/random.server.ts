/** Chance that comes out the same every time for the same seed, so that a demo can be loaded twice and compared. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** As many bytes as asked for: for ids. */
  bytes(size: number): Uint8Array;
}

/** FNV-1a: 32 bits out of any text. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  return bits >>> 0;
}

/** Mulberry32, a small generator with 32 bits of state. Not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function chanceFrom(seed: string): Chance {
  const next = mulberry32(hash(seed));
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(list) {
      if (list.length === 0) throw new Error("There is nothing to pick from");
      return list[below(list.length)] as (typeof list)[number];
    },
    shuffled(list) {
      const cards = list.map((card) => ({ card, order: next() }));
      return cards.sort((a, b) => a.order - b.order).map(({ card }) => card);
    },
    bytes: (size) => Uint8Array.from({ length: size }, () => below(256)),
  };
}
