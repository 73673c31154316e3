import type { Words } from "#app/languages/en.ts";
import type { CatalogueProblem } from "./report-problems.ts";

/** The answer of the picker that says "none of these". */
export const NONE_SUIT = "none";

/** What a service loads before each walk: plain values, so that the walk stays pure. */
export interface ReportFacts {
  words: Words;
  /** The homes of the typed postcode, as people sort them. */
  homes: readonly { uprn: string; address: string }[];
  /** The leaves of the catalogue version that this draft began with. */
  problems: readonly CatalogueProblem[];
  /** Somebody on duty is told at once of an emergency whose tenant cannot call. */
  takesEmergencies: boolean;
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
export interface Chosen {
  what?: { problem: string };
  which?: { problem: string };
}

/** The leaf of the catalogue that the answers point to. */
export function chosenProblem({ what, which }: Chosen, { problems }: Pick<ReportFacts, "problems">): CatalogueProblem | undefined {
  const position = which?.problem ?? what?.problem;
  return position === undefined ? undefined : problems.find((problem) => String(problem.position) === position);
}

/** Why this report ends in a call, or undefined where it ends in an appointment. */
export function callReason(answers: Chosen & { slot?: { offer: string } }, facts: ReportFacts): CallReason | undefined {
  if (chosenProblem(answers, facts)?.outcome !== "book") return "contact-us";
  if (answers.slot) return answers.slot.offer === NONE_SUIT ? "none-suit" : undefined;
  if (facts.slots.held || facts.slots.outlook === "offers") return undefined;
  return facts.slots.outlook === "officer" ? "officer" : "no-slots";
}
