/** How many photos one report may have. */
export const MOST_PHOTOS = 5;

/** Bytes of one photo as it is sent: what a phone's camera makes, with room to spare. */
export const LARGEST_PHOTO = 10 * 1024 * 1024;

/** Pixels of one photo: above any phone's usual picture, below what would fill the server's memory when opened. */
export const MOST_PIXELS = 50_000_000;

/** Bytes that the photos of all reports not yet sent may take together, so that nobody can fill the disk. */
export const MOST_UNSENT = 2 * 1024 ** 3;

/** Why a photo is not taken. */
export type PhotoRefusal =
  | "not-a-photo"
  | "too-large"
  | "empty"
  | "damaged"
  | "too-many-pixels"
  | "too-many"
  /** The virus scanner found something. */
  | "unsafe"
  /** The virus scanner did not answer: nothing is taken unchecked. */
  | "unchecked"
  /** Reports not yet sent take all they may. */
  | "no-room";

const LONGEST_NAME = 60;

/** The name a person knows a file by, as a page may repeat it: no folders, nothing unprintable, not endless. */
export function shownName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? "";
  const clean = base
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  if (clean.length <= LONGEST_NAME) return clean;
  const ending = /\.\w{1,5}$/.exec(clean)?.[0] ?? "";
  return `${clean.slice(0, LONGEST_NAME - ending.length - 1).toWellFormed()}…${ending}`;
}
