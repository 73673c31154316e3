import { createHmac } from "node:crypto";
import { hashOf } from "./token.server.ts";

/** The link of one message to the repair's own page: what is sent, and what the message's row keeps of it. */
export interface RepairLink {
  url: string;
  tokenHash: string;
}

/**
 * The link by which whoever receives a message opens the repair that it is about, without a code. Its token is made of the message's
 * random id and the installation's secret, so that a second try sends the same words; the database keeps only its hash.
 */
export function repairLink(
  messageId: string,
  { secret, origin, page = "link" }: { secret: string; origin: string; page?: "link" | "sooner" },
): RepairLink {
  const token = createHmac("sha256", secret).update(`repair ${messageId}`).digest("base64url");
  return { url: new URL(`/repair/${page}/${token}`, origin).href, tokenHash: hashOf(token) };
}

/** The six digits that a message of the kind "code" sends: made of its id like its link, so that they are kept nowhere. */
export function proofCode(messageId: string, secret: string): string {
  const digest = createHmac("sha256", secret).update(`code ${messageId}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}
