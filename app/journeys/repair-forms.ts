import { readMessages } from "#app/domain/contact.ts";
import { readPhone } from "#app/domain/phone.ts";
import { readReference } from "#app/domain/reference.ts";
import { staff } from "#app/languages/staff.ts";
import { type Options, oneOf, optional, text } from "./fields.ts";
import type { Errors } from "./journey.ts";
import { emailField, phoneField } from "./report-people.ts";

const { note } = staff.repair;
const { priority, cancel, edit } = staff.repairChange;

const MOST_IN_A_NOTE = 1000;

/** What staff write about a repair. */
export const noteFields = { note: text({ ...note, max: MOST_IN_A_NOTE, kind: "textarea" }) };

/** Words beside a change, which may be left out unless a rule asks for them. */
const moreWords = (words: { label: string; hint: string }) =>
  optional({
    ...{ ...words, kind: "textarea", maxLength: MOST_IN_A_NOTE, error: note.tooLong(MOST_IN_A_NOTE) },
    isRight: (typed) => typed.length <= MOST_IN_A_NOTE,
  });

/** Another priority, one of those there are, and why. */
export const priorityFields = (priorities: Options) => ({
  priority: oneOf(priorities, priority.priority),
  reason: oneOf(priority.reasons, priority.reason),
  note: moreWords(priority.note),
});

/** A reason that is none of those listed is told in words. */
export const priorityRule = ({ reason, note: words }: { reason: string; note: string }): Errors | undefined =>
  reason === "other" && words === "" ? { note: priority.note.needed } : undefined;

/** Why a repair is cancelled. */
export const cancelFields = {
  reason: oneOf(cancel.reasons, cancel.reason),
  other: optional({ ...cancel.other, kind: "text", width: 10, isRight: (typed) => readReference(typed) !== undefined }),
  note: moreWords(cancel.note),
};

/** A duplicate names the other repair; damp, mould, leaks and safety are not cancelled without evidence. */
export const cancelRule =
  (isCareful: boolean) =>
  ({ reason, other, note: words }: { reason: string; other: string; note: string }): Errors | undefined => {
    if (reason === "duplicate" && other === "") return { other: cancel.other.error };
    return words === "" && (isCareful || reason === "other") ? { note: cancel.note.needed } : undefined;
  };

/** What a person told us of a repair, and how to reach whom. */
export const editFields = {
  description: text({ ...edit.description, max: 500, kind: "textarea" }),
  name: text({ ...edit.name, max: 100, autocomplete: "off" }),
  phone: phoneField(edit.phone, "off"),
  email: emailField(edit.email, "off"),
  visitName: optional({ ...edit.visitName, kind: "text", autocomplete: "off", isRight: (typed) => typed.length <= 100 }),
  visitPhone: phoneField(edit.visitPhone, "off"),
  visitEmail: emailField(edit.visitEmail, "off"),
  confirmBy: oneOf(edit.confirmBy.options, edit.confirmBy),
};

export type EditAnswer = Record<keyof typeof editFields, string>;

/** Messages go to somebody who is named, by something that was given of them. */
export function editRule({ confirmBy, ...answer }: EditAnswer): Errors | undefined {
  const { messagesTo, confirmBy: way } = readMessages(confirmBy);
  const isTold = messagesTo === "visit";
  const [phone, email] = isTold ? (["visitPhone", "visitEmail"] as const) : (["phone", "email"] as const);
  if (isTold && answer.visitName === "") return { visitName: edit.visitName.needed };
  if (way === "letter") return undefined;
  if (way === "email") return answer[email] === "" ? { [email]: edit.needsEmail } : undefined;
  const given = readPhone(answer[phone]);
  if (way === "text" && !given?.isMobile) return { [phone]: edit.needsMobile };
  return given ? undefined : { [phone]: edit.needsPhone };
}
