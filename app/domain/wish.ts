/**
 * What a tenant may ask of whoever comes, as the code of what would help: the reasonable adjustments that only some operatives meet (Equality
 * Act 2010 s20). The rest of what would help is said to everybody who comes, or arranged besides, as an interpreter is.
 */
export const WISHES = ["woman", "man"] as const;
export type Wish = (typeof WISHES)[number];

/** What of the codes of what would help must be true of the operative. One at most: the journey asks for one. */
export function wishOf(needs: readonly string[]): Wish | undefined {
  return WISHES.find((wish) => needs.includes(wish));
}
