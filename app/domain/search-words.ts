/*
 * How people's words become the words that are compared. The lists are English; other languages are compared as they are written.
 */

/** Longer than anybody types into a search box; the rest is not read. */
const MOST_CHARACTERS = 300;
const MOST_LETTERS = 30;

const list = (words: string) => words.split(" ");

/** Words that say nothing of what is wrong. */
const UNSAID = new Set(
  list(
    "a am an and any are at be been by can could do for from get getting gets got had has have having help hello hi i im in into is issue it its ive just keeps like me mine my need needs of on or our please pls problem problems really repair repairs report since so some somebody someone than that the their them then there these they thing this those to too very want was we were when which with would you your",
  ),
);

/** Each line is one word and other ways to write or say it. */
const SAME = [
  "not no dont doesnt didnt wont cant cannot isnt arent wasnt without nothing stopped",
  "toilet loo bog lav lavatory wc khazi",
  "mould mold moulds mildew fungus",
  "leak leek leeking",
  "draught draft",
  "broken broke bust busted knackered snapped",
  "block clog bung",
  "tap faucet",
  "radiator rad",
  "electric electrical electricity leccy lecky power",
  "tv telly tele television",
  "cooker stove",
  "mice mouse",
  "cupboard closet",
  "rubbish trash garbage",
  "lift elevator",
  "garden yard",
  "living lounge",
  "hall hallway corridor",
  "smell stink pong",
  "tile tiling",
  "flood flooded",
  "sewage sewer poo",
  "work fix fixed",
];

/** Words that are often meant by one another, but not always. */
const NEAR = [
  "leak drip",
  "sink basin",
  "cold freezing frozen",
  "wet damp",
  "broken smash crack",
  "stuck stick jam stiff",
  "light bulb lamp",
  "radiator heating",
  "drain gully",
  "roof loft",
  "door gate",
  "noise loud bang",
  "work fault",
];

/** Words that many problems share: they settle an order, but a problem is not found by missing them. */
const WEAK = list("all come coming down going keep new not off one open out over room stop still turn up will work");

const isVowelIn = (text: string) => /[aeiouy]/.test(text);

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** "dripping", "drips" and "dripped" are "drip"; what is left need not be a word. */
function withoutEnding(word: string): string {
  const one = withoutPlural(word);
  const bare = /^(.{3,}?)(?:ing|ed)$/.exec(one)?.[1] ?? /^(.{4,}?)(?:age|ly)$/.exec(one)?.[1] ?? one;
  const stem = isVowelIn(bare) ? bare : one;
  const short = stem.length > 4 ? stem.replace(/[ey]$/, "") : stem;
  return short.length > 3 ? short.replace(/([^aeiou\W\d])\1$/, "$1") : short;
}

const same = new Map(
  SAME.flatMap((line) => {
    const [first = "", ...others] = list(line);
    return others.map((other) => [withoutEnding(other), withoutEnding(first)] as const);
  }),
);

/** What a word is compared as: without its ending, and in one spelling. */
export function rootOf(word: string): string {
  const bare = withoutEnding(word);
  return same.get(word) ?? same.get(bare) ?? bare;
}

const near = new Map<string, string[]>();
for (const line of NEAR) {
  const roots = list(line).map(rootOf);
  for (const root of roots) near.set(root, [...(near.get(root) ?? []), ...roots.filter((other) => other !== root)]);
}

const weak = new Set(WEAK.map(rootOf));

/** Roots that are often meant by this one. */
export const nearRoots = (root: string): readonly string[] => near.get(root) ?? [];

/** Whether so many problems share this root that it hardly tells them apart. */
export const isWeak = (root: string): boolean => weak.has(root);

/** The words of a text that say something, in lower case, without accents or signs. Takes any text; reads its first 300 characters. */
export function wordsIn(text: string): string[] {
  const plain = text
    .slice(0, MOST_CHARACTERS)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, MOST_LETTERS)).filter((word) => !UNSAID.has(word));
}
