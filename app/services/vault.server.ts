import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Closes what the database keeps, so that neither its rows nor a backup of them show it. */
export interface Vault {
  /** What to keep of a text. It is bound to its owner's id: on another's row it does not open. */
  close(text: string, owner: string): string;
  /** The text again; undefined where another SESSION_SECRET closed it, or it is another owner's. */
  open(kept: string, owner: string): string | undefined;
}

const CIPHER = "aes-256-gcm";
const KEY_SIZE = 32;
/** NIST SP 800-38D, 8.2.2: a random IV of 96 bits is good for 2^32 texts. */
const IV_SIZE = 12;
const TAG_SIZE = 16;

/** A vault whose key is derived from SESSION_SECRET, for one purpose alone: no two purposes share a key. */
export function openVault(secret: string, purpose: string): Vault {
  const key = Buffer.from(hkdfSync("sha256", secret, "", purpose, KEY_SIZE));
  return {
    close(text, owner) {
      const iv = randomBytes(IV_SIZE);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(owner));
      const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return `v1:${Buffer.concat([iv, cipher.getAuthTag(), closed]).toString("base64")}`;
    },
    open(kept, owner) {
      const bytes = Buffer.from(kept.replace("v1:", ""), "base64");
      const [iv, tag, closed] = [
        bytes.subarray(0, IV_SIZE),
        bytes.subarray(IV_SIZE, IV_SIZE + TAG_SIZE),
        bytes.subarray(IV_SIZE + TAG_SIZE),
      ];
      try {
        const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_SIZE }).setAAD(Buffer.from(owner)).setAuthTag(tag);
        return Buffer.concat([decipher.update(closed), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
