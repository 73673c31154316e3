import { type Options, oneOf } from "./fields.ts";
import type { ReportFacts } from "./report-facts.ts";
import type { CatalogueProblem } from "./report-problems.ts";

/** The answer that a shared area's problem is none of those reported already. */
const SOMETHING_ELSE = "else";

/** The answers that say whose report it is and where. */
export interface Placed {
  who?: { who: string };
  home?: { uprn: string };
  place?: { place: string };
  tenure?: { tenure: string };
}

type Places = Pick<ReportFacts, "homes" | "problems">;

/** Whether the report is the reporter's own: words for somebody else's are others. */
export const isForMe = ({ who }: Placed): boolean => who === undefined || who.who === "me";

/** Which of two wordings fits. */
export const voiceOf = (answers: Placed): "me" | "them" => (isForMe(answers) ? "me" : "them");

/** Whether the problem is in the shared areas of the block. */
export const isShared = ({ place }: Placed): boolean => place?.place === "shared";

const isForShared = ({ audience }: Pick<CatalogueProblem, "audience">) => audience.includes("shared-area");

/** The block of the home chosen, or undefined where it belongs to none. */
function blockOf({ home }: Placed, { homes }: Places): string | undefined {
  return homes.find(({ uprn }) => home?.uprn === `uprn-${uprn}`)?.blockId ?? undefined;
}

/** Where a home belongs to a block, and the catalogue has something for shared areas, it is asked which of both. */
export function hasSharedAreas(answers: Placed, facts: Places): boolean {
  return blockOf(answers, facts) !== undefined && facts.problems.some(isForShared);
}

/** The audience of the catalogue that a person belongs to, by what they say: what the landlord's records have is never shown. */
const audienceOf = ({ tenure }: Placed) => (["lease", "shared"].includes(tenure?.tenure ?? "") ? "leaseholder" : "tenant");

/** Whether the landlord does a leaf's work for this person. Shared areas are everybody's. */
export const isFor = (answers: Placed, problem: Pick<CatalogueProblem, "audience">): boolean =>
  isForShared(problem) || problem.audience.includes(audienceOf(answers));

/**
 * The leaves this person can choose from. In shared areas those for shared areas. In a home those for homes: owners see the tenants'
 * too, since choosing one says why it is not the landlord's and who does help. A home of no block has shared areas only here.
 */
export function problemsFor(answers: Placed, facts: Places): readonly CatalogueProblem[] {
  const { problems } = facts;
  if (isShared(answers)) return problems.filter(isForShared);
  const isOffered = (problem: CatalogueProblem) => problem.audience.includes("tenant") || isFor(answers, problem);
  if (!hasSharedAreas(answers, facts)) return problems.filter(isOffered);
  return problems.filter((problem) => problem.audience.some((one) => one !== "shared-area") && isOffered(problem));
}

export function whoField({ words }: ReportFacts) {
  const { title, ...who } = words.report.places.who;
  return { who: oneOf(who.options, { label: title, ...who }) };
}

export function placeField(answers: Placed, { words }: ReportFacts) {
  const { title, error, hint, home, shared } = words.report.places.place;
  const voice = voiceOf(answers);
  return { place: oneOf({ home: home[voice], shared }, { label: title[voice], error, hint }) };
}

export function tenureField(answers: Placed, { words }: ReportFacts) {
  const { title, options, error, hint } = words.report.places.tenure;
  return { tenure: oneOf(options, { label: title[voiceOf(answers)], error, hint }) };
}

/** The open repairs of the block's shared areas, and that it is none of them. */
export function knownField({ reported, words }: ReportFacts) {
  const { title, error, hint, other } = words.report.places.known;
  const options: Options = { ...Object.fromEntries(reported.map(({ id, label }) => [`repair-${id}`, label])), [SOMETHING_ELSE]: other };
  return { repair: oneOf(options, { label: title, error, hint }) };
}

/** Whether a repair that is reported already is the one meant. */
export const isKnown = ({ known }: { known?: { repair: string } }) => known !== undefined && known.repair !== SOMETHING_ELSE;
