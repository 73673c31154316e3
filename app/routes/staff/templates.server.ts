import { addDays, localDate } from "#app/domain/local-date.ts";
import type { TenantKind } from "#app/domain/message.ts";
import { textLength } from "#app/domain/text-length.ts";
import type { MessageWords } from "#app/languages/en/messages.ts";
import { staff } from "#app/languages/staff.ts";
import { fillMessage } from "#app/services/write-message.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";

/** The language messages are written in. */
export const languageOf = ({ site }: Pick<RequestContext, "site">): string => site.landlord.languages[0] ?? "en";

/** How words read with a made-up repair. */
export function previewOf(words: MessageWords, kind: TenantKind, { site, now }: RequestContext) {
  const { code, link, ...said } = staff.templates.sample;
  const repair = { ...said, waitsFor: "call", language: languageOf({ site }) };
  const appointment = { date: addDays(localDate(now), 3), starts: "08:00", ends: "13:00" };
  const { text, subject, body } = fillMessage(words, { repair, appointment }, { landlord: site.landlord, link, code });
  const { units, messages } = textLength(text.replace(link, kind === "code" ? "" : "x".repeat(linkLength(site.outbox?.origin))));
  return { text, subject, body, length: staff.templates.length(units, messages) };
}

/** A link is as long as where this service is, and the 43 characters of its token. */
const linkLength = (origin = "https://repairs.example.gov.uk") => `${origin}/repair/link/`.length + 43;
