import { en, type Words } from "./en.ts";

/** The languages the public pages are written in, by code. */
const languages: Readonly<Record<string, Words>> = { en };

/** The words of a language, or English where there are none. */
export function wordsFor(language: string): Words {
  return languages[language] ?? en;
}
