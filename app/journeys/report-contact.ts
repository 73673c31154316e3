import { messagesAnswer, readMessages } from "#app/domain/contact.ts";
import { readPhone } from "#app/domain/phone.ts";
import type { ReportAnswers } from "./report.ts";

/** A person's details as they are kept; what was not given is null. */
interface Details {
  phone: string | null;
  email: string | null;
}

/** Who reports, whom we meet and who gets messages, as a repair keeps them. */
export interface KeptContact extends Details {
  name: string;
  confirmBy: string;
  messagesTo: string;
  reportsFor: string;
  visitName: string | null;
  visitPhone: string | null;
  visitEmail: string | null;
}

const details = ({ phone, email }: { phone: string; email: string }): Details => ({
  phone: readPhone(phone)?.number ?? null,
  email: email || null,
});

/** What is kept of the people of a report. */
export function contactOf({ who, person, contact }: Pick<ReportAnswers, "who" | "person" | "contact">): KeptContact {
  const visit = person && details(person);
  return {
    name: contact.name,
    ...details(contact),
    ...readMessages(contact.confirmBy),
    reportsFor: who?.who ?? "me",
    visitName: person?.name ?? null,
    visitPhone: visit?.phone ?? null,
    visitEmail: visit?.email ?? null,
  };
}

/** The answers that lead to what was kept of the people of a report: what a second report of theirs begins with. */
export function contactAnswers(kept: KeptContact): Record<string, Record<string, string>> {
  const { name, phone, email, reportsFor, visitName, visitPhone, visitEmail } = kept;
  return {
    who: { who: reportsFor },
    ...(visitName && { person: { name: visitName, phone: visitPhone ?? "", email: visitEmail ?? "" } }),
    contact: { name, phone: phone ?? "", email: email ?? "", confirmBy: messagesAnswer(kept) },
  };
}
