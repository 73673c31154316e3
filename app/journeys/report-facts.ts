import type { Words } from "#app/languages/en.ts";
import { isFor, type Placed } from "./report-places.ts";
import type { CatalogueProblem } from "./report-problems.ts";

/** The answer of the picker that says "none of these". */
export const NONE_SUIT = "none";

/** What a service loads before each walk: plain values, so that the walk stays pure. */
export interface ReportFacts {
  words: Words;
  /** The homes of the typed postcode, as people sort them. */
  homes: readonly { uprn: string; address: string; blockId: string | null }[];
  /** The leaves of the catalogue version that this draft began with. */
  problems: readonly CatalogueProblem[];
  /** The open repairs of the shared areas reported about: the catalogue's words, when, and how they stand; nothing anybody typed. */
  reported: readonly { id: string; label: string }[];
  slots: {
    /** The offer this draft holds, as the picker's answer and as words. */
    held?: { key: string; label: string };
    /** What can be shown: offers; none at all; or none soon enough for a hazard, which is an officer's to arrange. */
    outlook: "offers" | "none" | "officer";
  };
}

/** Why we call instead of showing a calendar. */
export type CallReason = "contact-us" | "no-slots" | "officer" | "none-suit";

/** The answers that lead to a leaf. */
export interface Chosen extends Placed {
  what: { problem: string };
  which?: { problem: string };
}

/** The leaf of the catalogue that the answers point to, with what it leads to for this person. An emergency is one for everybody. */
export function chosenProblem(answers: Partial<Chosen>, { problems }: Pick<ReportFacts, "problems">): CatalogueProblem | undefined {
  const position = answers.which?.problem ?? answers.what?.problem;
  const leaf = position === undefined ? undefined : problems.find((problem) => String(problem.position) === position);
  if (!leaf || leaf.outcome === "emergency" || isFor(answers, leaf)) return leaf;
  return { ...leaf, outcome: "not-ours" };
}

/** Why this report ends in a call, or undefined where it ends in an appointment. */
export function callReason(answers: Partial<Chosen> & { slot?: { offer: string } }, facts: ReportFacts): CallReason | undefined {
  if (chosenProblem(answers, facts)?.outcome !== "book") return "contact-us";
  if (answers.slot) return answers.slot.offer === NONE_SUIT ? "none-suit" : undefined;
  if (facts.slots.held || facts.slots.outlook === "offers") return undefined;
  return facts.slots.outlook === "officer" ? "officer" : "no-slots";
}
