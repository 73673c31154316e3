import { z } from "zod";
import { formatPostcode, parsePostcode } from "#app/domain/postcode.ts";
import { anyOf, type Field, oneOf, optional, text } from "./fields.ts";
import { Journey } from "./journey.ts";
import { isEmergency, isToldFirst, warnedOf, warningFields, waysOn } from "./report-emergency.ts";
import { type Chosen, callBackReason, callReason, chosenProblem, type ReportFacts } from "./report-facts.ts";
import { contactFields, helpFields, isPostcode, offerField, reachable, wayOn } from "./report-fields.ts";
import { type CatalogueProblem, closestMatches, locationsOf, problemsIn } from "./report-problems.ts";

const NOT_LISTED = "not-listed";
const MANY_HOMES = 12;

const outcomeIs = (outcome: CatalogueProblem["outcome"]) => (answers: Chosen, facts: ReportFacts) =>
  chosenProblem(answers, facts)?.outcome === outcome;

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
  .exitIf("fire", { when: ({ emergency }) => emergency.kind === "fire", title: ({ words }) => words.report.fire.title })
  .askIf("call-us", {
    when: ({ emergency }) => emergency.kind !== "none",
    title: ({ words }) => words.report.callUs.title,
    fields: (_, facts) => waysOn({ yes: facts.words.report.callUs.goOn }, facts.words.report.callUs.error, facts),
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
  .askIf("where", {
    when: (answers) => !isToldFirst(answers),
    title: ({ words }) => words.report.where.title,
    fields: (_, { problems, words: { report } }) => ({
      location: oneOf(locationsOf(problems), { ...report.where, label: report.where.title }),
    }),
  })
  .askIf("what", {
    when: ({ where }) => where !== undefined,
    title: ({ words }) => words.report.what.title,
    fields: ({ where }, { problems, words: { report } }) => ({
      problem: oneOf(problemsIn(problems, where?.location ?? ""), { ...report.what, label: report.what.title }),
    }),
  })
  .askIf("which", {
    when: ({ what }, { problems, words }) =>
      what !== undefined && Object.keys(closestMatches(problems, what.problem, words.report.which.other)).length > 1,
    title: ({ words }) => words.report.which.title,
    fields: ({ what }, { problems, words: { report } }) => ({
      problem: oneOf(closestMatches(problems, what?.problem ?? "", report.which.other), { ...report.which, label: report.which.title }),
    }),
  })
  .exitIf("emergency-repair", {
    when: (answers, facts) => outcomeIs("emergency")(answers, facts) && !facts.takesEmergencies,
    title: ({ words }) => words.report.emergencyRepair.title,
  })
  .askIf("emergency-repair", {
    when: outcomeIs("emergency"),
    title: ({ words }) => words.report.emergencyRepair.title,
    fields: (_, facts) => waysOn({}, facts.words.report.emergencyRepair.error, facts),
  })
  .askIf("own-job", {
    when: outcomeIs("not-eligible"),
    title: ({ words }) => words.report.ownJob.title,
    fields: (_, { words: { report } }) => ({ goOn: wayOn(report.ownJob.goOn, report.ownJob.error) }),
  })
  .ask("describe", {
    title: ({ words }) => words.report.describe.title,
    fields: (_, { words: { report } }) => ({ description: text({ ...report.describe, max: 500, kind: "textarea" }) }),
  })
  .askIf("warning", {
    when: (answers) => warnedOf(answers) !== undefined,
    title: ({ words }, answers) => words.report.warning.titles[warnedOf(answers)?.kind ?? "electrics"],
    fields: warningFields,
  })
  .exitIf("please-call", { when: (_, { isForCall }) => isForCall === true, title: ({ words }) => words.report.pleaseCall.title })
  .askIf("photos", {
    when: (answers) => !isEmergency(answers),
    title: ({ words }) => words.report.photos.title,
    fields: (_, { words: { report } }) => ({ done: wayOn(report.photos.row, report.photos.error) }),
  })
  .askIf("household", {
    when: (answers) => !isEmergency(answers),
    title: ({ words }) => words.report.household.title,
    fields: (_, { words: { report } }) => ({
      people: anyOf(report.household.options, { ...report.household, label: report.household.title }),
    }),
  })
  .askIf("help", {
    when: (answers) => !isEmergency(answers),
    title: ({ words }) => words.report.help.title,
    fields: (_, facts) => helpFields(facts),
    rule: ({ needs, language }, { words }) =>
      needs.includes("interpreter") && !language ? { language: words.report.help.language.needed } : undefined,
  })
  .askIf("slot", {
    when: (answers, facts) => !isEmergency(answers) && callReason(answers, facts) === undefined,
    title: ({ words }) => words.report.slot.title,
    fields: (_, facts) => ({ offer: offerField(facts) }),
  })
  .askIf("planned", {
    when: (answers, facts) => !isEmergency(answers) && callReason(answers, facts) === "plan",
    title: ({ words }) => words.report.planned.title,
    fields: () => ({}),
  })
  .askIf("call-back", {
    when: (answers, facts) => !isEmergency(answers) && callBackReason(answers, facts) !== undefined,
    title: (facts, answers) => facts.words.report.callBack.titles[callBackReason(answers, facts) ?? "contact-us"],
    fields: (_, { words: { report } }) => ({ when: oneOf(report.callBack.options, report.callBack) }),
  })
  .ask("contact", {
    title: ({ words }) => words.report.contact.title,
    fields: ({ help }, facts) => contactFields(facts, help?.needs ?? []),
    rule: (answer, facts) => reachable(answer, facts),
  });

export type ReportAnswers = NonNullable<ReturnType<typeof report.walk>["complete"]>;

/** The UPRN of the home chosen. Options carry a prefix, since JavaScript would sort bare numbers before the rest. */
export const uprnOf = ({ home }: Pick<ReportAnswers, "home">) => home.uprn.replace(/^uprn-/, "");
