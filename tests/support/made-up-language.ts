import { en, type Words } from "#app/languages/en.ts";

const LETTER = /[A-Za-z]/g;
const greek = (text: string) =>
  text.replace(LETTER, (letter) => String.fromCharCode(letter.charCodeAt(0) + (letter < "a" ? 0x391 - 65 : 0x3b1 - 97)));

/** Every sentence in letters of no English word; what a sentence is filled with is turned too. Keys and codes stay. */
function turned(words: unknown): unknown {
  if (typeof words === "string") return greek(words);
  if (typeof words === "function") return (...filled: unknown[]) => turned(words(...filled));
  if (Array.isArray(words)) return words.map(turned);
  if (typeof words === "object" && words !== null)
    return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, turned(value)]));
  return words;
}

/** A language nobody speaks: a page with English left in it shows. */
export const madeUp = { ...(turned(en) as Words), code: "xx" };

/** A text of the landlord or the catalogue in that language. */
export const inMadeUp = greek;
