/** Known words, laid out so that those that begin like a word, or are nearly it, are found without looking at every one. */
export interface Spellings {
  /** In order, each once. */
  words: readonly string[];
  /** Which of them have a pair of letters; a word begins and ends with a space. */
  byPair: ReadonlyMap<string, readonly number[]>;
}

/** Shorter words are the beginning of too many others. */
const FEWEST_LETTERS = 3;
/** One mistake takes away at most this many pairs of letters: two letters that changed places. */
const PAIRS_A_MISTAKE = 3;

function pairsOf(word: string): Set<string> {
  const padded = ` ${word} `;
  const pairs = new Set<string>();
  for (let at = 0; at < padded.length - 1; at += 1) pairs.add(padded.slice(at, at + 2));
  return pairs;
}

/** Lays out words for finding. */
export function makeSpellings(known: Iterable<string>): Spellings {
  const words = [...new Set(known)].sort();
  const byPair = new Map<string, number[]>();
  for (const [at, word] of words.entries()) {
    for (const pair of pairsOf(word)) {
      const places = byPair.get(pair);
      if (places) places.push(at);
      else byPair.set(pair, [at]);
    }
  }
  return { words, byPair };
}

/** The known words that begin with what was typed, if it has three letters or more. */
export function beginningWith({ words }: Spellings, typed: string): string[] {
  if (typed.length < FEWEST_LETTERS) return [];
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? "") < typed) from = middle + 1;
    else to = middle;
  }
  const found: string[] = [];
  for (let at = from; words[at]?.startsWith(typed); at += 1) found.push(words[at] ?? "");
  return found;
}

/** How many mistakes a word may have: none in a short one, which would be another word. */
function mostMistakes(typed: string): number {
  if (typed.length <= FEWEST_LETTERS) return 0;
  return typed.length < 8 ? 1 : 2;
}

/** Where two mistakes are allowed, or the word is short, its first letter must be right. */
function mayBe(word: string, typed: string, mistakes: number): boolean {
  if (Math.abs(word.length - typed.length) > mistakes) return false;
  return word[0] === typed[0] || (mistakes === 1 && typed.length > 4);
}

/** The known words that share so many pairs of letters with this one that no more mistakes than these lie between them. */
function* sharingPairs({ words, byPair }: Spellings, typed: string, mistakes: number): Iterable<string> {
  const pairs = pairsOf(typed);
  const fewest = Math.max(1, pairs.size - PAIRS_A_MISTAKE * mistakes);
  const shared = new Uint8Array(words.length);
  for (const pair of pairs) {
    for (const at of byPair.get(pair) ?? []) {
      const count = (shared[at] ?? 0) + 1;
      shared[at] = count;
      if (count === fewest) yield words[at] ?? "";
    }
  }
}

/** The known words with the fewest typing errors from what was typed, and how many: one, or two in a word of eight letters or more. */
export function nearlyLike(spellings: Spellings, typed: string): { words: string[]; mistakes: number } {
  const most = mostMistakes(typed);
  if (most === 0) return { words: [], mistakes: 0 };
  const found: { word: string; mistakes: number }[] = [];
  for (const word of sharingPairs(spellings, typed, most)) {
    const mistakes = mayBe(word, typed, most) ? mistakesBetween(word, typed) : most + 1;
    if (mistakes <= most && mayBe(word, typed, mistakes)) found.push({ word, mistakes });
  }
  const mistakes = Math.min(...found.map((one) => one.mistakes));
  return { words: found.filter((one) => one.mistakes === mistakes).map(({ word }) => word), mistakes };
}

/** Letters to add, leave out, change, or swap with the next, between two words (Damerau and Levenshtein's distance, of neighbours only). */
function mistakesBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) now.push(step(a, b, { row, column, now, last, before }));
    [before, last] = [last, now];
  }
  return last[b.length] ?? 0;
}

interface Table {
  row: number;
  column: number;
  now: readonly number[];
  last: readonly number[];
  before: readonly number[];
}

function step(a: string, b: string, { row, column, now, last, before }: Table): number {
  const isSame = a[row - 1] === b[column - 1];
  const change = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
  const least = Math.min(change, (last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
  const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return isSwap ? Math.min(least, (before[column - 2] ?? 0) + 1) : least;
}
