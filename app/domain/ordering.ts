/** Things by a key each has, the keys in the order in which they first come. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Sorts text by its characters, the same on every machine and in both databases. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
