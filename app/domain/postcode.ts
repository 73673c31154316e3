import { parse } from "postcode";

/**
 * The postcode that was typed, in any case and with any spaces or punctuation: upper case without a space, "SW1A2AA".
 * Undefined where it cannot be a postcode.
 */
export function parsePostcode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const parsed = parse(letters);
  return parsed.valid ? letters : undefined;
}

/** A stored postcode as people write it: "SW1A 2AA". The last three characters are its inward part. */
export function formatPostcode(postcode: string): string {
  return `${postcode.slice(0, -3)} ${postcode.slice(-3)}`;
}
