/**
 * The types of hazard that the law names, in its order: Housing Health and Safety Rating System (England) Regulations as amended
 * by SI 2026/571. Which of them are in force for which duty is a rule with a date, not said here.
 */
export const HAZARDS = [
  "falls-on-the-level",
  "falls-on-stairs",
  "falls-between-levels",
  "fire-and-explosions",
  "flames-and-hot-surfaces",
  "collisions-and-entrapment",
  "structural-collapse",
  "electrical",
  "excess-cold",
  "radiation",
  "damp-and-mould",
  "lead",
  "indoor-air-pollutants",
  "excess-heat",
  "asbestos",
  "domestic-hygiene",
  "water-supply",
  "crowding-and-space",
  "entry-by-intruders",
  "noise",
  "lighting",
] as const;

/** "Doors, excluding damp" is not about damp. */
const EXCLUDED = /\b(?:excluding|except(?: for)?|not including|without|other than|apart from|not)\b[^,;()]*/gi;
const DAMP = /\b(?:damp(?:ness)?|mou?ld(?:y|s)?|condensation)\b/i;

/** Whether any of these words are about damp, mould or condensation. */
export function isDampOrMould(wordings: (string | null)[]): boolean {
  return wordings.some((wording) => DAMP.test((wording ?? "").replace(EXCLUDED, " ")));
}
