import { z } from "zod";
import { readPhone } from "#app/domain/phone.ts";
import { formatPostcode, parsePostcode } from "#app/domain/postcode.ts";
import type { Words } from "#app/languages/en.ts";
import { anyOf, type Field, type Options, oneOf, optional, text } from "./fields.ts";
import { type Errors, Journey } from "./journey.ts";
import { type CatalogueProblem, closestMatches, locationsOf, problemsIn } from "./report-problems.ts";

/** The answer of the picker that says "none of these". */
export const NONE_SUIT = "none";
const NOT_LISTED = "not-listed";
const MANY_HOMES = 12;

/** What a service loads before each walk: plain values, so that the walk stays pure. */
export interface ReportFacts {
  words: Words;
  /** The homes of the typed postcode, as people sort them. */
  homes: readonly { uprn: string; address: string }[];
  /** The leaves of the catalogue version that this draft began with. */
  problems: readonly CatalogueProblem[];
  slots: {
    /** The offer this draft holds, as the picker's answer and as words. */
    held?: { key: string; label: string };
    /** What can be shown: offers; none at all; or none soon enough for a hazard, which is an officer's to arrange. */
    outlook: "offers" | "none" | "officer";
  };
}

/** Why we call instead of showing a calendar. */
export type CallReason = "contact-us" | "no-slots" | "officer" | "none-suit";

interface Chosen {
  what: { problem: string };
  which?: { problem: string };
}

/** The leaf of the catalogue that the answers point to. */
export function chosenProblem({ what, which }: Partial<Chosen>, { problems }: Pick<ReportFacts, "problems">): CatalogueProblem | undefined {
  const position = which?.problem ?? what?.problem;
  return position === undefined ? undefined : problems.find((problem) => String(problem.position) === position);
}

/** Why this report ends in a call, or undefined where it ends in an appointment. */
export function callReason(answers: Partial<Chosen> & { slot?: { offer: string } }, facts: ReportFacts): CallReason | undefined {
  if (chosenProblem(answers, facts)?.outcome !== "book") return "contact-us";
  if (answers.slot) return answers.slot.offer === NONE_SUIT ? "none-suit" : undefined;
  if (facts.slots.held || facts.slots.outlook === "offers") return undefined;
  return facts.slots.outlook === "officer" ? "officer" : "no-slots";
}

const outcomeIs = (outcome: CatalogueProblem["outcome"]) => (answers: Chosen, facts: ReportFacts) =>
  chosenProblem(answers, facts)?.outcome === outcome;

/** A page that stops and advises, with one way on: what was pressed is the answer. */
const wayOn = (label: string, error: string): Field<string> => oneOf({ yes: label }, { label, error });

/** The picker's answer stands only while the draft holds that offer: a hold that lapsed and was taken asks again. */
function offerField({ words, slots }: ReportFacts): Field<string> {
  const { title, error, noneSuit } = words.report.slot;
  const options: Options = { ...(slots.held && { [slots.held.key]: slots.held.label }), [NONE_SUIT]: noneSuit };
  return oneOf(options, { label: title, error });
}

function helpFields({ words }: ReportFacts) {
  const { language, notes, ...needs } = words.report.help;
  return {
    needs: anyOf(needs.options, needs),
    language: optional({ ...language, kind: "text", width: 20, isRight: (typed) => typed.length <= 50 }),
    notes: optional({ ...notes, kind: "textarea", maxLength: 200, isRight: (typed) => typed.length <= 200 }),
  };
}

/** A way to reach people that they have ruled out is not offered. */
function contactFields({ words }: ReportFacts, needs: readonly string[]) {
  const { name, phone, email, confirmBy } = words.report.contact;
  const { phone: byPhone, ...written } = confirmBy.options;
  const ways: Options = needs.includes("text-not-call") ? written : { ...written, phone: byPhone };
  return {
    name: text({ ...name, max: 100, autocomplete: "name" }),
    phone: optional({
      ...phone,
      kind: "tel",
      autocomplete: "tel",
      width: 20,
      isRight: (typed) => typed.length <= 40 && readPhone(typed) !== undefined,
    }),
    email: optional({
      ...email,
      kind: "email",
      autocomplete: "email",
      isRight: (typed) => typed.length <= 254 && z.email().safeParse(typed).success,
    }),
    confirmBy: oneOf(ways, confirmBy),
  };
}

/** News by text needs a mobile, by email an address, by phone a number. */
function reachable(
  { phone, email, confirmBy }: { phone: string; email: string; confirmBy: string },
  { words }: ReportFacts,
): Errors | undefined {
  const { contact } = words.report;
  if (confirmBy === "text" && !readPhone(phone)?.isMobile) return { phone: contact.confirmBy.needsMobile };
  if (confirmBy === "email" && !email) return { email: contact.confirmBy.needsEmail };
  if (confirmBy === "phone" && !phone) return { phone: contact.phone.needed };
  return undefined;
}

const isPostcode = (typed: string) => parsePostcode(typed) !== undefined;

/** The journey of a report: questions in order. Widening it adds questions here and facts above. */
export const report = Journey.about<ReportFacts>()
  .ask("emergency", {
    title: ({ words }) => words.report.emergency.title,
    fields: (_, { words: { report } }) => ({
      kind: oneOf(report.emergency.options, { ...report.emergency, label: report.emergency.title }),
    }),
  })
  .exitIf("gas", {
    when: ({ emergency }) => ["gas", "carbon-monoxide"].includes(emergency.kind),
    title: ({ words }) => words.report.gas.title,
  })
  .askIf("call-us", {
    when: ({ emergency }) => emergency.kind !== "none",
    title: ({ words }) => words.report.callUs.title,
    fields: (_, { words: { report } }) => ({ goOn: wayOn(report.callUs.goOn, report.callUs.error) }),
  })
  .ask("postcode", {
    title: ({ words }) => words.report.postcode.title,
    fields: (_, { words: { report } }) => {
      const { number, error, ...postcode } = report.postcode;
      const typed = z.string({ error }).max(20, error).refine(isPostcode, error);
      return {
        postcode: { ...postcode, kind: "text", autocomplete: "postal-code", width: 10, schema: typed } satisfies Field<string>,
        number: optional({ ...number, kind: "text", width: 10, isRight: (typed) => typed.length <= 50 }),
      };
    },
  })
  .exitIf("no-homes", { when: (_, { homes }) => homes.length === 0, title: ({ words }) => words.report.notListed.title })
  .ask("home", {
    title: ({ words }) => words.report.home.title,
    fields: ({ postcode }, { homes, words: { report } }) => {
      const hint = report.home.found(homes.length, formatPostcode(parsePostcode(postcode.postcode) ?? ""));
      const options = {
        ...Object.fromEntries(homes.map(({ uprn, address }) => [`uprn-${uprn}`, address])),
        [NOT_LISTED]: report.home.notListed,
      };
      return {
        uprn: oneOf(options, { label: report.home.title, hint, error: report.home.error }, homes.length > MANY_HOMES ? "select" : "radios"),
      };
    },
  })
  .exitIf("not-listed", { when: ({ home }) => home.uprn === NOT_LISTED, title: ({ words }) => words.report.notListed.title })
  .ask("where", {
    title: ({ words }) => words.report.where.title,
    fields: (_, { problems, words: { report } }) => ({
      location: oneOf(locationsOf(problems), { ...report.where, label: report.where.title }),
    }),
  })
  .ask("what", {
    title: ({ words }) => words.report.what.title,
    fields: ({ where }, { problems, words: { report } }) => ({
      problem: oneOf(problemsIn(problems, where.location), { ...report.what, label: report.what.title }),
    }),
  })
  .askIf("which", {
    when: ({ what }, { problems, words }) => Object.keys(closestMatches(problems, what.problem, words.report.which.other)).length > 1,
    title: ({ words }) => words.report.which.title,
    fields: ({ what }, { problems, words: { report } }) => ({
      problem: oneOf(closestMatches(problems, what.problem, report.which.other), { ...report.which, label: report.which.title }),
    }),
  })
  .exitIf("emergency-repair", { when: outcomeIs("emergency"), title: ({ words }) => words.report.emergencyRepair.title })
  .askIf("own-job", {
    when: outcomeIs("not-eligible"),
    title: ({ words }) => words.report.ownJob.title,
    fields: (_, { words: { report } }) => ({ goOn: wayOn(report.ownJob.goOn, report.ownJob.error) }),
  })
  .ask("describe", {
    title: ({ words }) => words.report.describe.title,
    fields: (_, { words: { report } }) => ({ description: text({ ...report.describe, max: 500, kind: "textarea" }) }),
  })
  .ask("photos", {
    title: ({ words }) => words.report.photos.title,
    fields: (_, { words: { report } }) => ({ done: wayOn(report.photos.row, report.photos.error) }),
  })
  .ask("household", {
    title: ({ words }) => words.report.household.title,
    fields: (_, { words: { report } }) => ({
      people: anyOf(report.household.options, { ...report.household, label: report.household.title }),
    }),
  })
  .ask("help", {
    title: ({ words }) => words.report.help.title,
    fields: (_, facts) => helpFields(facts),
    rule: ({ needs, language }, { words }) =>
      needs.includes("interpreter") && !language ? { language: words.report.help.language.needed } : undefined,
  })
  .askIf("slot", {
    when: (answers, facts) => callReason(answers, facts) === undefined,
    title: ({ words }) => words.report.slot.title,
    fields: (_, facts) => ({ offer: offerField(facts) }),
  })
  .askIf("call-back", {
    when: (answers, facts) => callReason(answers, facts) !== undefined,
    title: (facts, answers) => facts.words.report.callBack.titles[callReason(answers, facts) ?? "contact-us"],
    fields: (_, { words: { report } }) => ({ when: oneOf(report.callBack.options, report.callBack) }),
  })
  .ask("contact", {
    title: ({ words }) => words.report.contact.title,
    fields: ({ help }, facts) => contactFields(facts, help.needs),
    rule: (answer, facts) => reachable(answer, facts),
  });

export type ReportAnswers = NonNullable<ReturnType<typeof report.walk>["complete"]>;

/** The UPRN of the home chosen. Options carry a prefix, since JavaScript would sort bare numbers before the rest. */
export const uprnOf = ({ home }: Pick<ReportAnswers, "home">) => home.uprn.replace(/^uprn-/, "");
