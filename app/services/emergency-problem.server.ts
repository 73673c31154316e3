import type { ReportAnswers } from "#app/journeys/report.ts";
import { wordingOf } from "#app/journeys/report-emergency.ts";
import type { Words } from "#app/languages/en.ts";
import type { Problem } from "#db/queries/catalogue.ts";

/** The code of the priority of emergencies, in every catalogue and in the landlord's settings. */
export const EMERGENCY = "emergency";

/** What nobody was asked, where an emergency of the first question stands for a leaf of the catalogue. */
const UNASKED = {
  id: null,
  position: 0,
  detail: null,
  code: null,
  trade: null,
  visits: 1,
  hazard: null,
  searchWords: null,
  presence: true,
};

/** A report for whoever is on duty as a problem: the leaf that was chosen, or the answer of the first question; an emergency either way. */
export function emergencyProblem<Leaf extends Problem>(
  answers: Partial<ReportAnswers>,
  { leaf, words, catalogueId }: { leaf: Leaf | undefined; words: Words; catalogueId: string },
) {
  if (leaf) return { ...leaf, priority: EMERGENCY };
  const wording = wordingOf(answers, words);
  return wording && { ...UNASKED, ...wording, catalogueId, outcome: EMERGENCY, audience: [], entry: false, priority: EMERGENCY };
}
