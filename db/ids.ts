import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id: 10 characters of time, then 16 random ones (80 bits). Ordered by time, so that rows made together lie together. */
export function newId(now: Date, random: (size: number) => Uint8Array = randomBytes): string {
  let time = "";
  for (let rest = now.getTime(), place = 0; place < 10; place++, rest = Math.floor(rest / 32)) time = ALPHABET.charAt(rest % 32) + time;
  return time + Array.from(random(16), (byte) => ALPHABET.charAt(byte % 32)).join("");
}
