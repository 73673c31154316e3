import { parseUprn } from "./home.ts";
import { parsePostcode } from "./postcode.ts";
import { readReference } from "./reference.ts";
import { phoneTyped } from "./repair-query.ts";
import { accountEmail } from "./staff.ts";
import { tenancyReference } from "./tenancy.ts";

/** One thing that leads straight to homes, as it is kept. */
export interface SearchKey {
  by: "repair" | "postcode" | "phone" | "email" | "uprn" | "tenancy";
  value: string;
}

/** A word that must stand in an address or a name of the home, or any other of these; "hig*" is the beginning of one. */
export interface SearchWord {
  any: string[];
  /** As it was typed, where a typing error may be in it; undefined for numbers, postcodes and short words. */
  typed: string | undefined;
}

/** What somebody who looks for a home may mean: keys, each tried before the words. */
export interface HomeSearch {
  keys: SearchKey[];
  words: SearchWord[];
}

const MOST_TYPED = 100;
const MOST_WORDS = 8;
const FEWEST_LETTERS = 4;

/** Words that stand for one another in addresses, on either side. */
const SAME = [
  "street st str",
  "saint st",
  "road rd",
  "avenue ave av",
  "close cl",
  "crescent cres cresc",
  "court ct crt",
  "gardens gdns garden",
  "lane ln",
  "square sq",
  "terrace ter terr",
  "drive dr drv",
  "place pl",
  "park pk",
  "grove gr grv",
  "house hse",
  "walk wlk",
  "way wy",
  "green grn",
  "mount mt",
  "cottages cottage cotts cott",
  "buildings building bldgs bldg",
  "tower twr",
  "mansions mans",
  "north n",
  "south s",
  "east e",
  "west w",
  "flat apartment apt",
].map((line) => line.split(" "));

/** Six digits wide, as they are in the keys that addresses sort by. */
const asNumber = (word: string) => /^(\d{1,6})([a-z]?)$/.exec(word);

/** A postcode typed among other words, in one piece or in two, becomes one word. */
function joinPostcodes(words: string[]): string[] {
  const at = words.findIndex((word, place) => parsePostcode(word + (words[place + 1] ?? "")));
  return at === -1 ? words : [...words.slice(0, at), words.slice(at, at + 2).join(""), ...words.slice(at + 2)];
}

/** The words of what was typed, as documents have them: without accents and apostrophes, letters apart from long numbers, "12 a" as 12a. */
function plainWords(typed: string): string[] {
  const plain = typed
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(flat|apartment|apt|unit|room)(\d)/g, "$1 $2")
    .replace(/(\d) ([a-z])\b/g, "$1$2");
  return joinPostcodes(plain.split(" ").filter((word) => word !== "")).slice(0, MOST_WORDS);
}

function wordOf(word: string, hasNumbers: boolean): SearchWord {
  const number = asNumber(word);
  if (number) return { any: [(number[1] ?? "").padStart(6, "0") + number[2]], typed: undefined };
  const others = SAME.filter((words) => words.includes(word)).flat();
  // One letter is a flat where there are numbers, and where there are none the beginning of a name.
  const isWhole = others.length > 0 || (word.length === 1 && hasNumbers);
  const own = isWhole ? word : `${word}*`;
  return {
    any: [...new Set([own, ...others])],
    typed: word.length >= FEWEST_LETTERS && !/\p{N}/u.test(word) ? word : undefined,
  };
}

/** Reads what was typed to find a home, its people or its repairs; undefined where it is nothing. Any text may be given. */
export function readHomeSearch(all: string): HomeSearch | undefined {
  const typed = all.trim().slice(0, MOST_TYPED);
  const keys: { by: SearchKey["by"]; value: string | undefined }[] = [
    { by: "repair", value: readReference(typed) },
    { by: "postcode", value: parsePostcode(typed) },
    { by: "email", value: /^\S+@\S+$/.test(typed) ? accountEmail(typed) : undefined },
    { by: "phone", value: phoneTyped(typed) },
    { by: "uprn", value: parseUprn(typed) },
    { by: "tenancy", value: /\d/.test(typed) ? tenancyReference(typed) : undefined },
  ];
  const plain = plainWords(typed);
  const hasNumbers = plain.some((word) => /\d/.test(word));
  const words = plain.map((word) => wordOf(word, hasNumbers));
  if (words.length === 0) return undefined;
  return { keys: keys.flatMap(({ by, value }) => (value ? [{ by, value }] : [])), words };
}
