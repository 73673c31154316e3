import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { makeSearch, type SearchableProblem, searchProblems } from "#app/domain/problem-search.ts";
import { compare, type Row, workEach } from "./measure.ts";

/** What people type: plain, with other words for things, and misspelt. */
const TYPED = ["tap dripping", "boiler", "mold on wall", "no hot water", "leeking radiater in the bedroom", "bog wont flush", "cieling"];
const LEAVES = 1000;
const SEARCHES = 100 * TYPED.length;
const SLICES = 5;

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

/** Both sides search for all that is typed; the raw look-up is a plain scan of the leaves' lower-cased texts for every word typed. */
export async function measureSearch(): Promise<Row> {
  const problems = thousandLeaves();
  const texts = problems.map(({ location, problem, detail, searchWords }) =>
    [location, problem, detail, searchWords].join(" ").toLowerCase(),
  );
  const index = makeSearch(problems);
  const scan = (typed: string) => {
    const words = typed.toLowerCase().split(" ");
    return texts.filter((text) => words.every((word) => text.includes(word)));
  };
  const typedAt = (at: number) => TYPED[at % TYPED.length] ?? "";
  const ours = () => workEach(SEARCHES, (at) => searchProblems(index, typedAt(at), { most: 10 }));
  const baseline = () => workEach(SEARCHES, (at) => scan(typedAt(at)));
  const asked = { measure: "search: 1,000 problems against the raw look-up", unit: "µs of processor", target: { atMost: 3 } };
  return compare(asked, { ours, baseline, slices: SLICES });
}
