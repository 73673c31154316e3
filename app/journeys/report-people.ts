import { z } from "zod";
import { readPhone } from "#app/domain/phone.ts";
import { type Field, type Options, optional, text } from "./fields.ts";
import type { Errors } from "./journey.ts";
import type { ReportFacts } from "./report-facts.ts";
import { isForMe, type Placed } from "./report-places.ts";

/** Whom to meet, where that is not the reporter, as it was answered. */
interface Person {
  name: string;
  phone: string;
  email: string;
}

/** What the fields of help and contact depend on. */
interface Asked extends Placed {
  help?: { needs: readonly string[] };
  person?: Person;
}

interface Words {
  label: string;
  error: string;
  hint?: string;
}

/** A phone number as people write it, or nothing. */
export const phoneField = (words: Words, autocomplete?: string): Field<string> =>
  optional({
    ...words,
    kind: "tel",
    width: 20,
    ...(autocomplete && { autocomplete }),
    isRight: (typed) => typed.length <= 40 && readPhone(typed) !== undefined,
  });

/** An email address, or nothing. */
export const emailField = (words: Words, autocomplete?: string): Field<string> =>
  optional({
    ...words,
    kind: "email",
    ...(autocomplete && { autocomplete }),
    isRight: (typed) => typed.length <= 254 && z.email().safeParse(typed).success,
  });

/** The person to meet: somebody else's details, so no browser fills them in. */
export function personFields({ words }: ReportFacts) {
  const { name, phone, email } = words.report.places.person;
  return { name: text({ ...name, max: 100 }), phone: phoneField(phone), email: emailField(email) };
}

export function contactTitle(answers: Placed, { words: { report } }: ReportFacts): string {
  return isForMe(answers) ? report.contact.title : report.places.forThem.contact.title;
}

/** How messages can reach the person to meet: by what was given of them. */
function waysTo({ name, phone, email }: Person, { words }: ReportFacts): Options {
  const { toThem } = words.report.places.forThem.contact;
  return {
    ...(readPhone(phone)?.isMobile && { "them-text": toThem.text(name) }),
    ...(email && { "them-email": toThem.email(name) }),
    ...(phone && { "them-phone": toThem.phone(name) }),
  };
}

/** Everybody messages can be sent to, and how. A way that was ruled out is not offered. */
export function messageWays(answers: Asked, facts: ReportFacts): Options {
  const { report } = facts.words;
  const own = isForMe(answers) ? report.contact.confirmBy.options : report.places.forThem.contact.confirmBy;
  const all: Options = { ...own, ...(answers.person && waysTo(answers.person, facts)) };
  const noCalls = answers.help?.needs.includes("text-not-call");
  return noCalls ? Object.fromEntries(Object.entries(all).filter(([way]) => !way.endsWith("phone"))) : all;
}

/** What would help at the visit, in words for the one it helps. */
export function helpOptions(answers: Placed, { words: { report } }: ReportFacts): Options {
  return isForMe(answers) ? report.help.options : { ...report.help.options, ...report.places.forThem.help };
}

/** Whoever reports for somebody else can be asked about it, wherever the messages go. */
export function reporterReachable({ phone, email, confirmBy }: Record<string, string>, { words }: ReportFacts): Errors | undefined {
  const isTold = confirmBy?.startsWith("them-") ?? false;
  return isTold && !phone && !email ? { phone: words.report.places.forThem.contact.needed } : undefined;
}
