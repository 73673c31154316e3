import { readPhone } from "#app/domain/phone.ts";
import { parsePostcode } from "#app/domain/postcode.ts";
import { WISHES } from "#app/domain/wish.ts";
import { anyOf, type Field, type Options, oneOf, optional, text } from "./fields.ts";
import type { Errors } from "./journey.ts";
import { NONE_SUIT, type ReportFacts } from "./report-facts.ts";
import { emailField, helpOptions, messageWays, phoneField, reporterReachable } from "./report-people.ts";
import type { Placed } from "./report-places.ts";

/** A page that stops and advises, with one way on: what was pressed is the answer. */
export const wayOn = (label: string, error: string): Field<string> => oneOf({ yes: label }, { label, error });

/** The picker's answer stands only while the draft holds that offer, or somebody is still free for it: one that was taken asks again. */
export function offerField({ words, slots }: ReportFacts): Field<string> {
  const { title, error, noneSuit } = words.report.slot;
  const chosen = slots.held ?? slots.claimed;
  const options: Options = { ...(chosen && { [chosen.key]: chosen.label }), [NONE_SUIT]: noneSuit };
  return oneOf(options, { label: title, error });
}

/** What would help at the visit, and anything else to know. */
export function helpFields(answers: Placed, facts: ReportFacts) {
  const { language, notes, one: _, ...needs } = facts.words.report.help;
  return {
    needs: anyOf(helpOptions(answers, facts), needs),
    language: optional({ ...language, kind: "text", width: 20, isRight: (typed) => typed.length <= 50 }),
    notes: optional({ ...notes, kind: "textarea", maxLength: 200, isRight: (typed) => typed.length <= 200 }),
  };
}

/** An interpreter is for a language, and one person comes. */
export function canHelp({ needs, language }: { needs: readonly string[]; language: string }, { words }: ReportFacts): Errors | undefined {
  const { one, language: said } = words.report.help;
  if (WISHES.every((wish) => needs.includes(wish))) return { needs: one };
  return needs.includes("interpreter") && !language ? { language: said.needed } : undefined;
}

/** The reporter's own details, and how messages are sent. */
export function contactFields(answers: Parameters<typeof messageWays>[0], facts: ReportFacts) {
  const { name, phone, email, confirmBy } = facts.words.report.contact;
  return {
    name: text({ ...name, max: 100, autocomplete: "name" }),
    phone: phoneField(phone, "tel"),
    email: emailField(email, "email"),
    confirmBy: oneOf(messageWays(answers, facts), confirmBy),
  };
}

/** News by text needs a mobile, by email an address, by phone a number. */
export function reachable(answer: { phone: string; email: string; confirmBy: string }, facts: ReportFacts): Errors | undefined {
  const { phone, email, confirmBy } = answer;
  const { contact } = facts.words.report;
  if (confirmBy === "text" && !readPhone(phone)?.isMobile) return { phone: contact.confirmBy.needsMobile };
  if (confirmBy === "email" && !email) return { email: contact.confirmBy.needsEmail };
  if (confirmBy === "phone" && !phone) return { phone: contact.phone.needed };
  return reporterReachable(answer, facts);
}

/** Whether something typed reads as a postcode. */
export const isPostcode = (typed: string) => parsePostcode(typed) !== undefined;
