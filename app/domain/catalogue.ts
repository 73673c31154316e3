import { HAZARDS, isDampOrMould } from "./hazard.ts";

/** What a leaf of the catalogue leads to. `not-eligible` is usually the tenant's own job. */
const OUTCOMES = ["book", "emergency", "not-eligible", "contact-us"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whom a leaf is for. */
const AUDIENCES = ["tenant", "leaseholder", "shared-area"] as const;

/** The headings of a catalogue file, and whether the file may do without them. */
export const CATALOGUE_HEADINGS = {
  required: ["location", "problem", "detail", "code", "outcome"],
  optional: ["trade", "priority", "visits", "hazard", "search words", "for", "presence", "entry"],
} as const;
type Heading = (typeof CATALOGUE_HEADINGS.required)[number] | (typeof CATALOGUE_HEADINGS.optional)[number];
type Cells = Partial<Record<Heading, string>>;

/** A leaf as a file lists it. What the file leaves empty is null, or what is usual. */
export interface ListedProblem {
  location: string;
  problem: string;
  detail: string | null;
  code: string | null;
  outcome: Outcome;
  trade: string | null;
  priority: string | null;
  visits: number;
  hazard: string | null;
  searchWords: string | null;
  audience: string[];
  presence: boolean;
  entry: boolean;
}

/**
 * What a leaf leads to in the end: a bookable one that nobody gave a trade, or a priority the landlord has, cannot be promised a
 * date, so it is a call, never an error.
 */
export function effectiveOutcome({
  outcome,
  trade,
  priority,
}: {
  outcome: string;
  trade: string | null;
  priority: string | null;
}): Outcome {
  const known = OUTCOMES.find((one) => one === outcome) ?? "contact-us";
  return known === "book" && !(trade && priority) ? "contact-us" : known;
}

/** A cell that cannot be read. The file is refused: it names the heading and what is wrong. */
export class CellFault extends Error {
  constructor(heading: Heading, reason: string) {
    super(`${heading}: ${reason}`);
  }
}

const MOST_CHARACTERS = 200;

function words(cells: Cells, heading: Heading): string | null {
  const text = (cells[heading] ?? "").trim().replace(/\s+/g, " ");
  const most = heading === "search words" ? 5 * MOST_CHARACTERS : MOST_CHARACTERS;
  if (text.length > most) throw new CellFault(heading, `is longer than ${most} characters`);
  if (/\p{Cc}/u.test(text)) throw new CellFault(heading, "has a character that cannot be shown");
  return text || null;
}

/** "Shared area", "shared_area": "shared-area". */
const codeOf = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");

function code(cells: Cells, heading: Heading): string | null {
  const text = words(cells, heading);
  return text && codeOf(text);
}

function oneOf<T extends string>(cells: Cells, heading: Heading, known: readonly T[]): T {
  const typed = code(cells, heading);
  const found = known.find((one) => one === typed);
  if (!found) throw new CellFault(heading, `"${cells[heading] ?? ""}" is not one of ${known.join(", ")}`);
  return found;
}

function yesOrNo(cells: Cells, heading: "presence" | "entry", usual: "yes" | "no"): boolean {
  return oneOf({ [heading]: cells[heading]?.trim() || usual }, heading, ["yes", "no"]) === "yes";
}

function audience(cells: Cells): string[] {
  const named = (cells.for ?? "").split(/[;,/]|\band\b/i).filter((part) => part.trim() !== "");
  const known = named.map((part) => oneOf({ for: part }, "for", AUDIENCES));
  return known.length > 0 ? AUDIENCES.filter((one) => known.includes(one)) : ["tenant"];
}

function filled(cells: Cells, heading: Heading): string {
  const text = words(cells, heading);
  if (!text) throw new CellFault(heading, "is empty");
  return text;
}

/**
 * Reads one row of a catalogue file, by heading. Priority is routine unless it says otherwise, and emergency where the outcome is;
 * a row about damp or mould without a type of hazard counts as a potential one. Throws a CellFault that names the heading.
 */
export function readProblem(cells: Cells): ListedProblem {
  const outcome = oneOf(cells, "outcome", OUTCOMES);
  const path = { location: filled(cells, "location"), problem: filled(cells, "problem"), detail: words(cells, "detail") };
  const isDamp = isDampOrMould([path.location, path.problem, path.detail]);
  return {
    ...path,
    code: words(cells, "code"),
    outcome,
    trade: code(cells, "trade"),
    priority: code(cells, "priority") ?? (outcome === "emergency" ? "emergency" : "routine"),
    visits: Number(oneOf({ visits: cells.visits?.trim() || "1" }, "visits", ["1", "2"])),
    hazard: code(cells, "hazard") ?? (isDamp ? "damp-and-mould" : null),
    searchWords: words(cells, "search words"),
    audience: audience(cells),
    presence: yesOrNo(cells, "presence", "yes"),
    entry: yesOrNo(cells, "entry", "no"),
  };
}

/** What a person must still decide about a row of a catalogue. */
export interface Decision {
  line: number;
  /** "Kitchen > Sink > Tap drips". */
  path: string;
  message: string;
}

/** The codes a landlord has. An empty list of trades means that they are not known yet. */
export interface KnownCodes {
  trades: readonly string[];
  priorities: readonly string[];
}

type ListedRow = ListedProblem & { line: number };

const pathOf = ({ location, problem, detail }: ListedProblem) => [location, problem, detail].filter(Boolean).join(" > ");
const keyOf = (problem: ListedProblem) => pathOf(problem).toLowerCase();

function messagesOn(row: ListedRow, { trades, priorities }: KnownCodes): string[] {
  const { outcome, code, trade, priority, hazard } = row;
  const isBookable = outcome === "book";
  return [
    isBookable && !code && "It can be booked but has no code. Give it one from your schedule of rates",
    isBookable && !trade && "It can be booked but has no trade. Until it has one, people are told that you will contact them",
    trade &&
      trades.length > 0 &&
      !trades.includes(trade) &&
      `The trade "${trade}" is not one of yours. Until it is, there is nobody to send`,
    isBookable &&
      priority &&
      !priorities.includes(priority) &&
      `The priority "${priority}" is not one of yours. Until it is, people are told that you will contact them`,
    hazard &&
      !HAZARDS.some((known) => known === hazard) &&
      `The hazard "${hazard}" is not a type that the law names. It counts as a potential hazard`,
  ].filter((message) => typeof message === "string");
}

/**
 * Makes a catalogue of the rows of a file, in their order, and says row by row what a person must still decide. Of the same path
 * twice the first row is kept. A priority the landlord does not have becomes null.
 */
export function settleCatalogue(rows: readonly ListedRow[], known: KnownCodes): { problems: ListedProblem[]; decisions: Decision[] } {
  const first = new Map<string, number>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row.line);
  const branches = new Set(rows.flatMap((row) => (row.detail ? keyOf({ ...row, detail: null }) : [])));

  const decisions = rows.flatMap((row) => {
    const above = first.get(keyOf(row));
    const shape = [
      above !== row.line && `It is there already, on line ${above}. That one is used`,
      !row.detail &&
        branches.has(keyOf(row)) &&
        "It is a problem without a detail, and others have details. Give it a detail of its own, or people see it as “Something else”",
    ].filter((message) => typeof message === "string");
    return [...shape, ...messagesOn(row, known)].map((message) => ({ line: row.line, path: pathOf(row), message }));
  });

  const kept = rows.filter((row) => first.get(keyOf(row)) === row.line);
  const problems = kept.map(({ line: _, ...problem }) => {
    const isKnown = problem.outcome !== "book" || known.priorities.includes(problem.priority ?? "");
    return { ...problem, priority: isKnown ? problem.priority : null };
  });
  return { problems, decisions };
}
