import { createHmac } from "node:crypto";
import { hashOf } from "./token.server.ts";

/** The link of one message: what is sent, and what is kept of it. */
export interface AcknowledgementLink {
  url: string;
  tokenHash: string;
}

/**
 * The link by which whoever receives a message may say that they have seen it. Its token is made of the message's random id and the
 * installation's secret, so that a second try sends the same words; the database keeps only its hash, which opens nothing.
 */
export function acknowledgementLink(messageId: string, { secret, origin }: { secret: string; origin: string }): AcknowledgementLink {
  const token = createHmac("sha256", secret).update(`acknowledge ${messageId}`).digest("base64url");
  return { url: new URL(`/acknowledge/${token}`, origin).href, tokenHash: hashOf(token) };
}
