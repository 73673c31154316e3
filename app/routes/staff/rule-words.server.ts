import { inLanguage } from "#app/domain/localised.ts";
import type { Rules } from "#app/domain/rules.ts";

/** What staff call a window. */
export function windowName({ windows }: Rules, code: string): string {
  const window = windows.find((each) => each.code === code);
  return window ? inLanguage(window.name, "en") : code;
}

/** What staff call a priority. */
export function priorityName({ priorities }: Rules, code: string): string {
  const priority = priorities.find((each) => each.code === code);
  return priority ? inLanguage(priority.name, "en") : code;
}

/** The words a code has among some, or the code itself. */
export const wordsOf = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;
