import type { Landlord } from "#app/domain/landlord.ts";
import { inLanguage } from "#app/domain/localised.ts";
import type { TenantKind } from "#app/domain/message.ts";
import { problemLine } from "#app/domain/problem.ts";
import { fillTemplate, simpleHtml } from "#app/domain/template.ts";
import type { MessageWords } from "#app/languages/en/messages.ts";
import type { Words } from "#app/languages/en.ts";
import { wordsFor } from "#app/languages/languages.ts";
import type { Db } from "#db/client.ts";
import type { MessageCase } from "#db/queries/message-case.ts";
import { latestTemplate } from "#db/queries/message-templates.ts";

/** A message in its words: a text message, and an email or a letter, which also comes as HTML. */
export interface WrittenMessage extends MessageWords {
  html: string;
}

/** What of a repair and its appointment a message says. */
export interface Said {
  repair: Pick<MessageCase["repair"], "reference" | "location" | "problem" | "detail" | "waitsFor" | "language">;
  appointment: Pick<NonNullable<MessageCase["appointment"]>, "date" | "starts" | "ends"> | null;
}

/** What is put into the words that the repair does not say itself. */
interface Given {
  landlord: Pick<Landlord, "name" | "phone">;
  link: string;
  code: string;
}

/** The words for a kind of message in a language: the landlord's own where there are any, else the standard ones; with their version, 0 at first. */
export async function readTemplate(
  db: Db,
  { kind, language }: { kind: TenantKind; language: string },
): Promise<{ words: MessageWords; version: number; isOwn: boolean }> {
  const own = await latestTemplate(db.read, db.schema, { kind, language });
  const words = own?.words ?? wordsFor(language).messages.templates[kind];
  return { words, version: own?.version ?? 0, isOwn: Boolean(own?.words) };
}

/** Writes a message about a repair as it stands now, in the language it was reported in. */
export async function writeMessage(db: Db, kind: TenantKind, found: Said, given: Given): Promise<WrittenMessage> {
  const { language } = found.repair;
  const { words } = await readTemplate(db, { kind, language });
  return fillMessage(words, found, given);
}

/** Fills in the words of a message, and ends an email with the landlord's name and phone number. */
export function fillMessage(template: MessageWords, found: Said, given: Given): WrittenMessage {
  const { language } = found.repair;
  const words = wordsFor(language);
  const landlord = inLanguage(given.landlord.name, language);
  const fields = { ...fieldsFrom(found, words), ...given, landlord, phone: given.landlord.phone };
  const [text, subject, body] = [template.text, template.subject, template.body].map((part) => fillTemplate(part, fields));
  const whole = `${body}\n\n${words.messages.ending(landlord, given.landlord.phone)}`;
  return { text: text ?? "", subject: subject ?? "", body: whole, html: simpleHtml(whole, { title: subject ?? "", language }) };
}

/** What the repair and its appointment say. */
function fieldsFrom({ repair, appointment }: Said, { format, messages }: Words) {
  const { reference, waitsFor } = repair;
  const next: Readonly<Record<string, string>> = messages.next;
  return {
    reference,
    problem: problemLine(repair),
    next: next[waitsFor ?? ""] ?? messages.next.officer,
    ...(appointment && {
      day: format.shortDate(appointment.date),
      date: format.date(appointment.date),
      hours: format.hours(appointment.starts, appointment.ends),
    }),
  };
}
