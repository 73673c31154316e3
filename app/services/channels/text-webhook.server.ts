import { postWebhook } from "../post-webhook.server.ts";
import type { Send } from "./channel.server.ts";

export interface TextWebhookSettings {
  url: string;
  /** What both sides know: the signature is made with it. */
  secret: string;
  patienceMs?: number | undefined;
}

/** The receiver says with it that a number takes no texts: another channel is tried, not the same again. */
const NEVER = 422;

/**
 * Texts by a program of the landlord's text message provider: `{ id, to, text }`, signed. The id is the same for every try, so that a repeat is
 * known. Only 200 to 299 counts as taken.
 */
export function openTextWebhook(settings: TextWebhookSettings): Send {
  return async ({ id, to, text }) => {
    const posted = await postWebhook({ ...settings, id, body: { type: "text", id, to, text } });
    if (posted.ok) return posted;
    return { ok: false, fault: posted.fault, ...(posted.status === NEVER && { isFinal: true }) };
  };
}
