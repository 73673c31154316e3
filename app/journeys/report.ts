import { z } from "zod";
import { formatPostcode, parsePostcode } from "#app/domain/postcode.ts";
import { anyOf, type Field, oneOf, optional, text } from "./fields.ts";
import { Journey } from "./journey.ts";
import { isEmergency, isToldFirst, warnedOf, warningFields, waysOn } from "./report-emergency.ts";
import { type Chosen, callBackReason, callReason, chosenProblem, type ReportFacts } from "./report-facts.ts";
import { canHelp, contactFields, helpFields, isPostcode, offerField, reachable, wayOn } from "./report-fields.ts";
import { contactTitle, personFields } from "./report-people.ts";
import {
  hasSharedAreas,
  isForMe,
  isKnown,
  isShared,
  knownField,
  type Placed,
  placeField,
  problemsFor,
  tenureField,
  voiceOf,
  whoField,
} from "./report-places.ts";
import { type CatalogueProblem, closestMatches, locationsOf, problemsIn } from "./report-problems.ts";

const NOT_LISTED = "not-listed";
const MANY_HOMES = 12;

const outcomeIs = (outcome: CatalogueProblem["outcome"]) => (answers: Chosen, facts: ReportFacts) =>
  chosenProblem(answers, facts)?.outcome === outcome;

/** The details to choose from, of what this person can choose. */
const matches = (answers: Placed & { what?: { problem: string } }, facts: ReportFacts) =>
  answers.what ? closestMatches(problemsFor(answers, facts), answers.what.problem, facts.words.report.which.other) : {};

/** The journey of a report: questions in order. Widening it adds questions here and facts above. */
export const report = Journey.about<ReportFacts>()
  .ask("emergency", {
    title: ({ words }) => words.report.emergency.title,
    fields: (_, { words: { report } }) => ({
      kind: oneOf(report.emergency.options, { ...report.emergency, label: report.emergency.title }),
    }),
  })
  .exitIf("gas", {
    when: ({ emergency }) => ["gas", "carbon-monoxide"].includes(emergency?.kind ?? ""),
    title: ({ words }) => words.report.gas.title,
  })
  .exitIf("fire", { when: ({ emergency }) => emergency?.kind === "fire", title: ({ words }) => words.report.fire.title })
  .askIf("call-us", {
    when: ({ emergency }) => emergency !== undefined && emergency.kind !== "none",
    title: ({ words }) => words.report.callUs.title,
    fields: (_, facts) => waysOn({ yes: facts.words.report.callUs.goOn }, facts.words.report.callUs.error, facts),
  })
  .askIf("who", {
    when: (answers) => !isToldFirst(answers),
    title: ({ words }) => words.report.places.who.title,
    fields: (_, facts) => whoField(facts),
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
      const hint = report.home.found(homes.length, formatPostcode(parsePostcode(postcode?.postcode ?? "") ?? ""));
      const options = {
        ...Object.fromEntries(homes.map(({ uprn, address }) => [`uprn-${uprn}`, address])),
        [NOT_LISTED]: report.home.notListed,
      };
      return {
        uprn: oneOf(options, { label: report.home.title, hint, error: report.home.error }, homes.length > MANY_HOMES ? "select" : "radios"),
      };
    },
  })
  .exitIf("not-listed", { when: ({ home }) => home?.uprn === NOT_LISTED, title: ({ words }) => words.report.notListed.title })
  .askIf("place", {
    when: (answers, facts) => !isToldFirst(answers) && hasSharedAreas(answers, facts),
    title: ({ words }, answers) => words.report.places.place.title[voiceOf(answers)],
    fields: (answers, facts) => placeField(answers, facts),
  })
  .askIf("tenure", {
    when: (answers) => !isToldFirst(answers) && !isShared(answers),
    title: ({ words }, answers) => words.report.places.tenure.title[voiceOf(answers)],
    fields: (answers, facts) => tenureField(answers, facts),
  })
  .askIf("known", {
    when: (answers, { reported }) => isShared(answers) && reported.length > 0,
    title: ({ words }) => words.report.places.known.title,
    fields: (_, facts) => knownField(facts),
  })
  .exitIf("already-reported", { when: isKnown, title: ({ words }) => words.report.places.alreadyReported.title })
  .askIf("where", {
    when: (answers) => !isToldFirst(answers),
    title: ({ words }) => words.report.where.title,
    fields: (answers, { words: { report }, ...facts }) => ({
      location: oneOf(locationsOf(problemsFor(answers, facts)), { ...report.where, label: report.where.title }),
    }),
  })
  .askIf("what", {
    when: ({ where }) => where !== undefined,
    title: ({ words }) => words.report.what.title,
    fields: (answers, { words: { report }, ...facts }) => ({
      problem: oneOf(problemsIn(problemsFor(answers, facts), answers.where?.location ?? ""), { ...report.what, label: report.what.title }),
    }),
  })
  .askIf("which", {
    when: (answers, facts) => Object.keys(matches(answers, facts)).length > 1,
    title: ({ words }) => words.report.which.title,
    fields: (answers, facts) => {
      const { which } = facts.words.report;
      return { problem: oneOf(matches(answers, facts), { ...which, label: which.title }) };
    },
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
  .askIf("not-ours", {
    when: outcomeIs("not-ours"),
    title: ({ words }) => words.report.places.notOurs.title,
    fields: (_, { words: { report } }) => ({ goOn: wayOn(report.places.notOurs.goOn, report.places.notOurs.error) }),
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
    // Nobody is visited in a shared area.
    when: (answers) => !isEmergency(answers) && !isShared(answers),
    title: ({ words }) => words.report.help.title,
    fields: (answers, facts) => helpFields(answers, facts),
    rule: (answer, facts) => canHelp(answer, facts),
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
  .askIf("person", {
    when: (answers) => !isEmergency(answers) && !isForMe(answers) && !isShared(answers),
    title: ({ words }) => words.report.places.person.title,
    fields: (_, facts) => personFields(facts),
  })
  .ask("contact", {
    title: (facts, answers) => contactTitle(answers, facts),
    fields: (answers, facts) => contactFields(answers, facts),
    rule: (answer, facts) => reachable(answer, facts),
  });

export type ReportAnswers = NonNullable<ReturnType<typeof report.walk>["complete"]>;

/** The UPRN of the home chosen. Options carry a prefix, since JavaScript would sort bare numbers before the rest. */
export const uprnOf = ({ home }: Pick<ReportAnswers, "home">) => home.uprn.replace(/^uprn-/, "");
