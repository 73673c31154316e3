import type { Wish } from "#app/domain/wish.ts";

/** What a tenant may ask of who comes, in the same words wherever it stands. */
export const wishes: Readonly<Record<Wish, string>> = { woman: "A woman to do the work", man: "A man to do the work" };
