import { isWeak, nearRoots, rootOf, wordsIn } from "./search-words.ts";
import { beginningWith, makeSpellings, nearlyLike, type Spellings } from "./spellings.ts";

/** A leaf of a catalogue as the search reads it. */
export interface SearchableProblem {
  location: string;
  problem: string;
  detail: string | null;
  /** Other words for it, between commas. */
  searchWords: string | null;
}

/** Where a word stands: in which leaf, how much it says of it, and in which of its phrases (a bit each). */
interface Place {
  leaf: number;
  weight: number;
  phrases: number;
}

/** A version of the catalogue laid out for searching. */
export interface ProblemSearch<P extends SearchableProblem = SearchableProblem> {
  problems: readonly P[];
  /** Where each root stands. */
  places: ReadonlyMap<string, readonly Place[]>;
  spellings: Spellings;
}

/** A room says less than what is wrong in it. */
const LOCATION_WEIGHT = 0.5;
/** A leaf is about a word that it says in several phrases, and most of all about one that heads its branch. */
const MORE_PHRASES = 0.15;
const MOST_WEIGHT = 1.3;
/** How sure it is that a word of the catalogue is meant by the one typed. */
const SURE = { exact: 1, beginning: 0.8, near: 0.6, oneMistake: 0.7, twoMistakes: 0.5 };
const WEAK_WEIGHT = 0.3;
const ONE_PHRASE = 1.2;
/** What is much less like the words than the best is left out. */
const LEAST_OF_BEST = 0.45;
const MOST_BITS = 30;
const MOST_WORDS = 12;
const FEWEST_LETTERS_OF_PART = 3;

/** The words of a leaf, phrase by phrase: where it is, what is wrong, and other words for it. */
function wordingOf({ location, problem, detail, searchWords }: SearchableProblem) {
  return { location: wordsIn(location), phrases: [problem, detail ?? "", ...(searchWords?.split(",") ?? [])].map(wordsIn) };
}

interface Leaf extends ReturnType<typeof wordingOf> {
  leaf: number;
  /** Its first phrase heads a branch of several. */
  isBranch: boolean;
}

function placesIn({ leaf, isBranch, location, phrases }: Leaf, root: (word: string) => string): Map<string, Place> {
  const places = new Map(location.map((word) => [root(word), { leaf, weight: LOCATION_WEIGHT, phrases: 0 }]));
  const put = (one: string, at: number) => {
    const before = places.get(one);
    const first = at === 0 && isBranch ? MOST_WEIGHT : 1;
    const weight = before?.phrases ? Math.min(before.weight + MORE_PHRASES, MOST_WEIGHT) : first;
    places.set(one, { leaf, weight, phrases: (before?.phrases ?? 0) | (1 << Math.min(at, MOST_BITS)) });
  };
  for (const [at, words] of phrases.entries()) for (const one of new Set(words.map(root))) put(one, at);
  return places;
}

/** Lays out the leaves of one version of a catalogue for `searchProblems`. Their order breaks ties. */
export function makeSearch<P extends SearchableProblem>(problems: readonly P[]): ProblemSearch<P> {
  const roots = new Map<string, string>();
  const root = (word: string) => {
    const known = roots.get(word) ?? rootOf(word);
    roots.set(word, known);
    return known;
  };
  const places = new Map<string, Place[]>();
  for (const [leaf, problem] of problems.entries()) {
    for (const [one, place] of placesIn({ leaf, isBranch: problem.detail !== null, ...wordingOf(problem) }, root)) {
      const all = places.get(one);
      if (all) all.push(place);
      else places.set(one, [place]);
    }
  }
  return { problems, places, spellings: makeSpellings(roots.keys()) };
}

/** What a typed word may mean: roots of the catalogue, and how sure that is. */
type Meanings = Map<string, number>;

function meaningsOf({ places, spellings }: ProblemSearch, word: string): Meanings {
  const root = rootOf(word);
  const others = nearRoots(root).filter((other) => places.has(other));
  const found: Meanings = new Map(others.map((other) => [other, SURE.near]));
  if (places.has(root)) return found.set(root, SURE.exact);
  for (const longer of beginningWith(spellings, word)) found.set(rootOf(longer), SURE.beginning);
  if (found.size > 0) return found;
  const { words, mistakes } = nearlyLike(spellings, word);
  for (const like of words) found.set(rootOf(like), mistakes > 1 ? SURE.twoMistakes : SURE.oneMistake);
  return found;
}

/** Two words that people write as one: "fusebox". */
function parts({ places }: ProblemSearch, word: string): string[] {
  for (let at = FEWEST_LETTERS_OF_PART; at <= word.length - FEWEST_LETTERS_OF_PART; at += 1) {
    const both = [word.slice(0, at), word.slice(at)];
    if (both.every((part) => places.has(rootOf(part)))) return both;
  }
  return [];
}

interface Sought {
  meanings: Meanings;
  /** How much finding it counts: a rare word tells more. */
  weight: number;
  isWeak: boolean;
}

const rarity = ({ problems, places }: ProblemSearch, root: string) => Math.log(1 + problems.length / (places.get(root)?.length ?? 1));

function soughtIn(search: ProblemSearch, typed: string): Sought[] {
  const words = [...new Set(wordsIn(typed))].slice(0, MOST_WORDS);
  const split = words.flatMap((word) => {
    const meanings = meaningsOf(search, word);
    const both = meanings.size > 0 ? [] : parts(search, word);
    return both.length > 0 ? both.map((part) => ({ word: part, meanings: meaningsOf(search, part) })) : [{ word, meanings }];
  });
  for (const [at, { word, meanings }] of split.entries()) {
    const next = split[at + 1];
    const joined = next && rootOf(word + next.word);
    if (joined && search.places.has(joined)) for (const one of [meanings, next.meanings]) one.set(joined, SURE.exact);
  }
  return split.map(({ word, meanings }) => {
    const surest = Math.max(0, ...meanings.values());
    const rarities = [...meanings].filter(([, sure]) => sure === surest).map(([root]) => rarity(search, root));
    const isWeakWord = isWeak(rootOf(word));
    const weight = Math.min(...rarities, Math.log(1 + search.problems.length)) * (isWeakWord ? WEAK_WEIGHT : 1);
    return { meanings, weight, isWeak: isWeakWord };
  });
}

/** What has been found of the sought words, leaf by leaf. */
interface Found {
  /** The leaves that have any of them. */
  leaves: number[];
  score: Float64Array;
  /** How many of the words that matter. */
  matched: Uint8Array;
  /** The phrases that have all of those matched so far. */
  phrases: Int32Array;
}

interface Worth {
  worth: number;
  phrases: number;
}

/** How much the best meaning of a word that each leaf has is worth there, and the phrases it stands in. */
function worthOf({ places }: ProblemSearch, { meanings }: Sought): Iterable<[leaf: number, worth: Worth]> {
  const [first, ...others] = [...meanings].map(([root, sure]) => {
    const at = places.get(root) ?? [];
    return at.map(({ leaf, weight, phrases }): [number, Worth] => [leaf, { worth: sure * weight, phrases }]);
  });
  if (others.length === 0) return first ?? [];
  const best = new Map(first);
  for (const [leaf, { worth, phrases }] of others.flat()) {
    const before = best.get(leaf);
    best.set(leaf, { worth: Math.max(worth, before?.worth ?? 0), phrases: phrases | (before?.phrases ?? 0) });
  }
  return best;
}

function add(search: ProblemSearch, sought: Sought, { leaves, score, matched, phrases }: Found, counts: boolean): void {
  for (const [leaf, one] of worthOf(search, sought)) {
    const before = score[leaf] ?? 0;
    if (before === 0) leaves.push(leaf);
    score[leaf] = before + one.worth * sought.weight;
    if (!counts) continue;
    matched[leaf] = (matched[leaf] ?? 0) + 1;
    phrases[leaf] = (phrases[leaf] ?? 0) & one.phrases;
  }
}

/** Every word matters: of two leaves the one that has more of the words is first, and one that has them in one phrase before all. */
function scoresOf(search: ProblemSearch, sought: readonly Sought[]): { leaf: number; score: number }[] {
  const size = search.problems.length;
  const leaves: number[] = [];
  const found = { leaves, score: new Float64Array(size), matched: new Uint8Array(size), phrases: new Int32Array(size).fill(-1) };
  const onlyWeak = sought.every((one) => one.isWeak);
  const most = sought.filter((one) => onlyWeak || !one.isWeak).length;
  for (const one of sought) add(search, one, found, onlyWeak || !one.isWeak);
  return leaves.map((leaf) => {
    const matched = found.matched[leaf] ?? 0;
    const isOnePhrase = matched === most && most > 1 && found.phrases[leaf] !== 0;
    return { leaf, score: (found.score[leaf] ?? 0) * (matched / most) * (isOnePhrase ? ONE_PHRASE : 1) };
  });
}

interface Asked<P> {
  /** How many at most. */
  most: number;
  /** Which leaves may be found; all where it is left out. */
  only?: (problem: P) => boolean;
}

/**
 * The problems that best fit what a person typed, best first; none where nothing fits. Takes any text: spelling mistakes, endings,
 * and other words for the same thing are allowed for, and what is no word is passed over.
 */
export function searchProblems<P extends SearchableProblem>(search: ProblemSearch<P>, typed: string, { most, only }: Asked<P>): P[] {
  const sought = soughtIn(search, typed);
  if (sought.length === 0) return [];
  const scores = scoresOf(search, sought);
  const found: { problem: P; score: number; leaf: number }[] = [];
  let best = 0;
  for (const { leaf, score } of scores) {
    const problem = search.problems[leaf];
    if (!problem || score === 0 || score < best * LEAST_OF_BEST || (only && !only(problem))) continue;
    best = Math.max(best, score);
    found.push({ problem, score, leaf });
  }
  return found
    .filter(({ score }) => score >= best * LEAST_OF_BEST)
    .sort((a, b) => b.score - a.score || a.leaf - b.leaf)
    .slice(0, most)
    .map(({ problem }) => problem);
}
