import type { Options } from "./fields.ts";

/** A leaf of the catalogue as the journey needs it. */
export interface CatalogueProblem {
  /** Its place in its version of the catalogue: what an answer names. */
  position: number;
  location: string;
  problem: string;
  detail: string | null;
  /** `not-ours` for somebody whose own it is to repair: no leaf of the file says so. */
  outcome: "book" | "emergency" | "not-eligible" | "contact-us" | "not-ours";
  /** Whom the landlord does it for: tenant, leaseholder, shared-area. */
  audience: readonly string[];
  /** Must someone be in? */
  presence: boolean;
  /** Does the work give a way into the home (locks, keys, fobs)? */
  entry: boolean;
  /** A hazard type of the law, or null. */
  hazard: string | null;
}

type Problems = readonly CatalogueProblem[];

interface AnswersTo {
  where: { location: string };
  what: { problem: string };
  which?: { problem: string };
}

/** An answer names the first leaf of its branch, so the same wording in two rooms is two answers. Keys keep the file's order. */
function branches(problems: Problems, wording: (problem: CatalogueProblem) => string): Options {
  const first = new Map<string, number>();
  for (const problem of problems) if (!first.has(wording(problem))) first.set(wording(problem), problem.position);
  return Object.fromEntries([...first].map(([words, position]) => [String(position), words]));
}

const leafAt = (problems: Problems, answer: string) => problems.find(({ position }) => String(position) === answer);

/** The places a problem can be in, in the catalogue's order. */
export function locationsOf(problems: Problems): Options {
  return branches(problems, ({ location }) => location);
}

/** What can be wrong in the place that was chosen. */
export function problemsIn(problems: Problems, location: string): Options {
  const chosen = leafAt(problems, location);
  return branches(
    problems.filter((problem) => problem.location === chosen?.location),
    ({ problem }) => problem,
  );
}

/** The details to choose from, or at most one where there is nothing more to ask. A leaf without a detail stands as `other`. */
export function closestMatches(problems: Problems, problem: string, other: string): Options {
  const chosen = leafAt(problems, problem);
  return branches(
    problems.filter((leaf) => leaf.location === chosen?.location && leaf.problem === chosen.problem),
    ({ detail }) => detail ?? other,
  );
}

/** The answers to where, what and (where it is asked) which that lead through the tree to the leaf at a position; undefined where there is none. */
export function answersTo(problems: Problems, position: string, other: string): AnswersTo | undefined {
  const leaf = leafAt(problems, position);
  if (!leaf) return undefined;
  const location = answerSaying(locationsOf(problems), leaf.location);
  const problem = answerSaying(problemsIn(problems, location), leaf.problem);
  const details = closestMatches(problems, problem, other);
  const isAsked = Object.keys(details).length > 1;
  return { where: { location }, what: { problem }, ...(isAsked && { which: { problem: answerSaying(details, leaf.detail ?? other) } }) };
}

const answerSaying = (options: Options, words: string) => Object.keys(options).find((answer) => options[answer] === words) ?? "";
