/** So many different homes opened in a day are many: an agent takes 60 to 80 calls. */
export const MANY_HOMES = 100;
/** So many homes in a day that somebody opened, and neither took a call from nor changed anything of. */
export const MANY_WITHOUT_REASON = 20;
/** So often one home in a day. */
export const OFTEN_ONE_HOME = 10;

/** What one member of staff opened on a day, a line for each home: how often, and whether a call or a change of theirs was a reason. */
export interface HomeOpened {
  who: string;
  uprn: string;
  times: number;
  refused: number;
  hasReason: boolean;
  /** Names of the people who live there. */
  tenants: string[];
}

/** A member of staff on a day: what is counted, and which of it stands out. */
export interface LookUps {
  who: string;
  name: string;
  homes: number;
  withoutReason: number;
  refused: number;
  /** The most openings of one home. */
  mostOfOne: number;
  ownName: number;
  exports: string[];
  unusual: Unusual[];
}

export const UNUSUAL = ["homes", "withoutReason", "refused", "mostOfOne", "ownName", "exports"] as const;
export type Unusual = (typeof UNUSUAL)[number];

const LEAST: Readonly<Record<Unusual, number>> = {
  ...{ homes: MANY_HOMES, withoutReason: MANY_WITHOUT_REASON, refused: 1, mostOfOne: OFTEN_ONE_HOME, ownName: 1, exports: 1 },
};

const lastWord = (name: string) => name.trim().toLowerCase().split(/\s+/).at(-1);

interface Day {
  staff: readonly { id: string; name: string }[];
  opened: readonly HomeOpened[];
  exports: readonly { who: string; file: string }[];
}

/** A day's look-ups of each member of staff who opened anything, those with the most that stands out first. */
export function lookUpsOf({ staff, opened, exports }: Day): LookUps[] {
  const all = staff.map(({ id, name }): LookUps => {
    const own = opened.filter(({ who }) => who === id);
    const seen = own.filter(({ times }) => times > 0);
    const counted = {
      homes: seen.length,
      withoutReason: seen.filter(({ hasReason }) => !hasReason).length,
      refused: own.reduce((total, { refused }) => total + refused, 0),
      mostOfOne: Math.max(0, ...seen.map(({ times }) => times)),
      ownName: seen.filter(({ tenants }) => tenants.some((tenant) => lastWord(tenant) === lastWord(name))).length,
    };
    const files = exports.filter(({ who }) => who === id).map(({ file }) => file);
    const amounts = { ...counted, exports: files.length };
    return { who: id, name, ...counted, exports: files, unusual: UNUSUAL.filter((each) => amounts[each] >= LEAST[each]) };
  });
  return all
    .filter(({ homes, refused, exports: files }) => homes + refused + files.length > 0)
    .sort((a, b) => b.unusual.length - a.unusual.length || b.homes - a.homes);
}
