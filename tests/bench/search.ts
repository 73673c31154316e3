import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { makeSearch, type SearchableProblem, searchProblems } from "#app/domain/problem-search.ts";

/** What people type: plain, with other words for things, and misspelt. */
const TYPED = ["tap dripping", "boiler", "mold on wall", "no hot water", "leeking radiater in the bedroom", "bog wont flush", "cieling"];
const LEAVES = 1000;
const ROUNDS = 400;
const SAMPLES = 7;

/** A word nobody types, of the same length: so that more leaves bring more words too. */
const shifted = (text: string, by: number) =>
  text.toLowerCase().replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + by * 5) % 26)));

/** The product's own leaves, over and over in more rooms and with more words, until there are a thousand. */
function thousandLeaves(): SearchableProblem[] {
  const rows: Record<string, string>[] = parse(readFileSync("db/seed/catalogue.csv"), { columns: true });
  return Array.from({ length: LEAVES }, (_, at) => {
    const { location = "", problem = "", detail = "", "search words": searchWords = "" } = rows[at % rows.length] ?? {};
    const again = Math.floor(at / rows.length);
    const more = again > 0 ? `${searchWords}, ${shifted(detail || problem, again)}` : searchWords;
    return { location: `${location} ${again}`, problem, detail: detail || null, searchWords: more };
  });
}

/** Microseconds a search, over all that is typed. */
function timeOf(search: (typed: string) => unknown): number {
  const start = process.hrtime.bigint();
  for (let round = 0; round < ROUNDS; round += 1) for (const typed of TYPED) search(typed);
  return Number(process.hrtime.bigint() - start) / 1000 / (ROUNDS * TYPED.length);
}

/**
 * The search at 1,000 leaves, and the raw look-up: a plain scan of their lower-cased texts for every word typed. Microseconds each, of
 * the fastest of several samples taken in turns, and their ratio.
 */
export function measureSearch(): { ours: number; raw: number; ratio: number } {
  const problems = thousandLeaves();
  const texts = problems.map(({ location, problem, detail, searchWords }) =>
    [location, problem, detail, searchWords].join(" ").toLowerCase(),
  );
  const index = makeSearch(problems);
  const search = (typed: string) => searchProblems(index, typed, { most: 10 });
  const scan = (typed: string) => {
    const words = typed.toLowerCase().split(" ");
    return texts.filter((text) => words.every((word) => text.includes(word)));
  };
  const samples = Array.from({ length: SAMPLES }, () => ({ ours: timeOf(search), raw: timeOf(scan) }));
  const ours = Math.min(...samples.map((sample) => sample.ours));
  const raw = Math.min(...samples.map((sample) => sample.raw));
  return { ours, raw, ratio: ours / raw };
}
