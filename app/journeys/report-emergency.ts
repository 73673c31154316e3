import { CANNOT_CALL } from "#app/domain/cannot-call.ts";
import { emergencyKindOf } from "#app/domain/emergency-kind.ts";
import { type Danger, dangerIn } from "#app/domain/emergency-words.ts";
import type { Words } from "#app/languages/en.ts";
import { type Field, oneOf } from "./fields.ts";
import { type Chosen, chosenProblem, type ReportFacts } from "./report-facts.ts";

interface WayOn {
  goOn: string;
}

interface SoFar extends Chosen {
  emergency?: { kind: string };
  "call-us"?: WayOn;
  "emergency-repair"?: WayOn;
  describe?: { description: string };
  warning?: WayOn;
}

type Advised = Pick<ReportFacts, "takesEmergencies" | "words">;

/** Ways on from a page that insists on a call. "I cannot call" is one of them only where somebody on duty would be told. */
export function waysOn(others: Record<string, string>, error: string, { takesEmergencies, words }: Advised): { goOn: Field<string> } {
  const cannotCall = takesEmergencies && { [CANNOT_CALL]: words.report.cannotCall.goOn };
  return { goOn: oneOf({ ...cannotCall, ...others }, { label: words.report.cannotCall.label, error }) };
}

/** Cannot call about an emergency of the first question: where and what in the home are not asked, since every page takes time. */
export const isToldFirst = (answers: SoFar): boolean => answers["call-us"]?.goOn === CANNOT_CALL;

const isTold = (answers: SoFar): boolean => isToldFirst(answers) || answers["emergency-repair"]?.goOn === CANNOT_CALL;

/** Whether the report goes to whoever is on duty: no appointment, no call back. */
export const isEmergency = (answers: SoFar): boolean => isTold(answers) || answers.warning?.goOn === CANNOT_CALL;

/** What a page warns of after the description. Who is reporting an emergency already is stopped only by what we cannot make safe. */
export function warnedOf(answers: SoFar): Danger | undefined {
  const danger = dangerIn(answers.describe?.description ?? "");
  return danger?.kind === "electrics" && isTold(answers) ? undefined : danger;
}

/** The answer names the words it was warned of, so that other words ask again. Gas and fire are never ours to send somebody to first. */
export function warningFields(answers: SoFar, facts: Advised): { goOn: Field<string> } {
  const { phrases = "", kind } = warnedOf(answers) ?? {};
  const { goOn, goOnTold, error } = facts.words.report.warning;
  const on = { [`no: ${phrases}`]: isTold(answers) ? goOnTold : goOn };
  return waysOn(on, error, { ...facts, takesEmergencies: facts.takesEmergencies && kind === "electrics" });
}

/** What an emergency is, for what to do meanwhile: the answer of the first question, what the description warned of, or the leaf's words. */
export function emergencyKind(answers: SoFar, facts: Pick<ReportFacts, "problems">): string | undefined {
  if (isToldFirst(answers)) return answers.emergency?.kind;
  if (answers.warning?.goOn === CANNOT_CALL) return "unsafe-electrics";
  const { problem = null, detail = null } = chosenProblem(answers, facts) ?? {};
  return emergencyKindOf([problem, detail]);
}

/** The words of an emergency of the first question, in place of a leaf's. */
export function wordingOf({ emergency }: SoFar, { report }: Words): { location: string; problem: string } | undefined {
  const options: Readonly<Record<string, string>> = report.emergency.options;
  const problem = options[emergency?.kind ?? ""];
  return problem === undefined ? undefined : { location: report.cannotCall.location, problem };
}
