import { z } from "zod";
import { readPhone } from "#app/domain/phone.ts";
import { parsePostcode } from "#app/domain/postcode.ts";
import { anyOf, type Field, type Options, oneOf, optional, text } from "./fields.ts";
import type { Errors } from "./journey.ts";
import { NONE_SUIT, type ReportFacts } from "./report-facts.ts";

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
export function helpFields({ words }: ReportFacts) {
  const { language, notes, ...needs } = words.report.help;
  return {
    needs: anyOf(needs.options, needs),
    language: optional({ ...language, kind: "text", width: 20, isRight: (typed) => typed.length <= 50 }),
    notes: optional({ ...notes, kind: "textarea", maxLength: 200, isRight: (typed) => typed.length <= 200 }),
  };
}

/** A way to reach people that they have ruled out is not offered. */
export function contactFields({ words }: ReportFacts, needs: readonly string[]) {
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
export function reachable(
  { phone, email, confirmBy }: { phone: string; email: string; confirmBy: string },
  { words }: ReportFacts,
): Errors | undefined {
  const { contact } = words.report;
  if (confirmBy === "text" && !readPhone(phone)?.isMobile) return { phone: contact.confirmBy.needsMobile };
  if (confirmBy === "email" && !email) return { email: contact.confirmBy.needsEmail };
  if (confirmBy === "phone" && !phone) return { phone: contact.phone.needed };
  return undefined;
}

/** Whether something typed reads as a postcode. */
export const isPostcode = (typed: string) => parsePostcode(typed) !== undefined;
