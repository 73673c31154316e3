import { createHash, randomBytes } from "node:crypto";

/** A secret for one browser or one link, and what the database keeps of it: its SHA-256, which opens nothing. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashOf(token) };
}

/** The SHA-256 of something, in hexadecimal. */
export const hashOf = (text: string | Uint8Array): string => createHash("sha256").update(text).digest("hex");
