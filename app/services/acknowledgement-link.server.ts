import { createHash, createHmac } from "node:crypto";

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
  return { url: new URL(`/acknowledge/${token}`, origin).href, tokenHash: hashOfToken(token) };
}

/** What is kept of a token: its SHA-256. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
