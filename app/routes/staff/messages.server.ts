import type { ActionFunctionArgs } from "@remix-run/node";
import { channelOf } from "#app/domain/acting.ts";
import type { Role } from "#app/domain/staff.ts";
import type { MessageRow } from "#app/features/staff/messages-page.tsx";
import { staff } from "#app/languages/staff.ts";
import { handleMessage, MESSAGE_STEPS, type MessageStep } from "#app/services/handle-message.server.ts";
import type { ShownMessage } from "#app/services/read-messages.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { requireStaff } from "#app/web/staff.server.ts";
import { refuse } from "../form.server.ts";
import { wordsOf } from "./rule-words.server.ts";

type List = keyof typeof staff.messages.lists;

/** The list an address asks for; calls where it asks for none, or what went out where nobody delivers. */
export function asList(asked: unknown, isOpen: boolean): List {
  const found = Object.keys(staff.messages.lists).find((list) => list === asked);
  return (found as List | undefined) ?? (isOpen ? "sent" : "calls");
}

/** What staff can do about the messages of a list. */
const STEPS: Readonly<Record<List, readonly MessageStep[]>> = {
  calls: ["told", "tried", "letter"],
  letters: ["posted"],
  failed: ["again"],
  waiting: [],
  sent: [],
};

/** How a page shows a message. */
export function rowOf({ message, reference, receiver, written, by }: ShownMessage, list: List, { words }: RequestContext): MessageRow {
  const { id, kind, channel, receipt } = message;
  const { kinds, channels, receipts, whole, wholeLetter, nobody } = staff.messages;
  const isLong = channel === "email" || channel === "letter";
  return {
    ...{ id, reference, what: wordsOf(kinds, kind), channel: wordsOf(channels, channel) },
    when: whenOf(message, by, words),
    receipt: receipt ? { text: wordsOf(receipts, receipt), isGood: receipt === "delivered" } : undefined,
    fault: faultOf(message, words),
    call: list === "calls" ? { name: receiver?.name ?? nobody, phone: receiver?.phone ?? null } : undefined,
    text: isLong ? undefined : written?.text,
    letter:
      isLong && written ? { subject: written.subject, body: written.body, summary: channel === "email" ? whole : wholeLetter } : undefined,
    steps: STEPS[list].map((step) => ({ step, text: staff.messages.do[step] })),
  };
}

type Words = RequestContext["words"];

function whenOf({ sentAt, dueAt, channel }: ShownMessage["message"], by: string | undefined, words: Words): string {
  const { due, went, told, somebody } = staff.messages;
  if (!sentAt) return due(instantIn(words, dueAt));
  const when = instantIn(words, sentAt);
  return channel === "call" || channel === "letter" ? told[channel](when, by ?? somebody) : went(when);
}

function faultOf({ channel, tries, tryAt, fault }: ShownMessage["message"], words: Words): string | undefined {
  if (channel === "call" && tries > 0) return staff.messages.triedAt(instantIn(words, tryAt), tries);
  return fault ? staff.messages.fault(fault, tries) : undefined;
}

/** Does what a form of a page says about one message, or about all that were given up; answers with the step, or with the page again. */
export async function takeStep(args: ActionFunctionArgs, roles: readonly Role[]) {
  const { context, request } = args;
  const { site, now } = context;
  const who = await requireStaff(args, roles);
  const form = await readForm(request);
  const step = MESSAGE_STEPS.find((each) => each === form.step);
  const id = typeof form.message === "string" ? form.message : undefined;
  const isDone =
    step && (await handleMessage(site.db, { step, who: who.id, channel: channelOf(who.role), now, ...(id !== undefined && { id }) }));
  if (!isDone) return { refusal: refuse(context, form, { message: staff.messages.gone }) };
  if (step === "again") site.sendNow?.();
  return { step, list: asList(form.list, false) };
}

/** What showing messages needs of the site. */
export function showing(context: RequestContext) {
  const { landlord, outbox, secret } = context.site;
  const { hiddenLink: link, hiddenCode: code } = staff.messages;
  return { landlord, outbox, secret, hidden: { link, code } };
}
