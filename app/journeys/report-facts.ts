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
  /** Somebody on duty is told at once of an emergency whose tenant cannot call. */
  takesEmergencies: boolean;
  /** The open repairs of the shared areas reported about: the catalogue's words, when, and how they stand; nothing anybody typed. */
  reported: readonly { id: string; label: string }[];
  slots: {
    /** The offer this draft holds, as the picker's answer and as words. */
    held?: { key: string; label: string };
    /** The offer this draft chose and does not hold, while somebody is still free for it: whoever sends first has it. */
    claimed?: { key: string; label: string };
    /** What can be shown: offers; none at all; or none soon enough for a hazard, which is an officer's to arrange. */
    outlook: "offers" | "none" | "officer";
  };
  /** The landlord wants to speak to somebody before it takes another report of this home. */
  isForCall?: boolean;
}

/** Why there is no calendar: we call, or staff plan the work by themselves. */
export type CallReason = "contact-us" | "identity" | "plan" | "no-slots" | "officer" | "none-suit";

/** The answers that lead to a leaf. */
export interface Chosen extends Placed {
  what?: { problem: string };
  which?: { problem: string };
}

/** The leaf of the catalogue that the answers point to, with what it leads to for this person. An emergency is one for everybody. */
export function chosenProblem(answers: Chosen, { problems }: Pick<ReportFacts, "problems">): CatalogueProblem | undefined {
  const position = answers.which?.problem ?? answers.what?.problem;
  const leaf = position === undefined ? undefined : problems.find((problem) => String(problem.position) === position);
  if (!leaf || leaf.outcome === "emergency" || isFor(answers, leaf)) return leaf;
  return { ...leaf, outcome: "not-ours" };
}

/** Whether people may choose a time by themselves: not for ways into a home, nor where nobody need be in. */
export function isChosenOnline(problem: { outcome: string; entry: boolean; presence: boolean } | undefined): boolean {
  return problem !== undefined && problem.outcome === "book" && problem.presence && !problem.entry;
}

/** Why this report ends without a calendar, or undefined where it ends in an appointment. Ways into a home are nobody's to book unproven. */
export function callReason(answers: Chosen & { slot?: { offer: string } }, facts: ReportFacts): CallReason | undefined {
  const { outcome, entry, presence } = chosenProblem(answers, facts) ?? {};
  if (entry) return "identity";
  if (outcome !== "book") return "contact-us";
  if (!presence) return "plan";
  if (answers.slot) return answers.slot.offer === NONE_SUIT ? "none-suit" : undefined;
  if (facts.slots.held || facts.slots.outlook === "offers") return undefined;
  return facts.slots.outlook === "officer" ? "officer" : "no-slots";
}

/** Why we call, or undefined where nobody need: an appointment was chosen, or staff plan the work. */
export function callBackReason(...asked: Parameters<typeof callReason>): Exclude<CallReason, "plan"> | undefined {
  const reason = callReason(...asked);
  return reason === "plan" ? undefined : reason;
}

/** The danger an unsent report speaks of, if it does: staff see it, and the pages say so beforehand. */
export function dangerOf(
  answers: Chosen & { emergency?: { kind: string } | undefined },
  facts: Pick<ReportFacts, "problems">,
): "emergency" | "damp-and-mould" | undefined {
  const { emergency } = answers;
  if (emergency && emergency.kind !== "none") return "emergency";
  const { outcome, hazard } = chosenProblem(answers, facts) ?? {};
  if (outcome === "emergency") return "emergency";
  return hazard === "damp-and-mould" ? hazard : undefined;
}
