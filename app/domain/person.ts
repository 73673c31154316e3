import { parseUprn } from "./home.ts";
import { readPhone } from "./phone.ts";

/** By what a person is looked for: a number in E.164, an address in small letters, or all of a home. */
export type PersonKey = { phone: string } | { email: string } | { uprn: string };

/** Reads what somebody typed to look for a person; undefined where it is no such thing. */
export function readPersonKey(kind: string, typed: string): PersonKey | undefined {
  const phone = kind === "phone" ? readPhone(typed)?.number : undefined;
  const uprn = kind === "uprn" ? parseUprn(typed) : undefined;
  if (phone) return { phone };
  if (uprn) return { uprn };
  return kind === "email" && /^\S+@\S+$/.test(typed) ? { email: typed.toLowerCase() } : undefined;
}

/** Whether words are the number, the address or the home that is looked for, however they were typed. */
export function isKey(key: PersonKey, words: string | null | undefined): boolean {
  if (!words) return false;
  if ("phone" in key) return readPhone(words)?.number === key.phone;
  return "email" in key ? words.trim().toLowerCase() === key.email : words === key.uprn;
}

/** One version of what was told of who reported a repair and whom to meet. */
export interface Told {
  name: string | null;
  phone: string | null;
  email: string | null;
  visitName: string | null;
  visitPhone: string | null;
  visitEmail: string | null;
}

const nameOf = (name: string | null) => name?.trim().toLowerCase() ?? "";

/**
 * Whose of the people named in the versions of a repair's details are the person looked for: who has the number or the address in any of them, and
 * whoever has that one's name in another. Looking for a home means everybody.
 */
export function theirsAmong(key: PersonKey, versions: readonly Told[]): { reporter: (of: Told) => boolean; visit: (of: Told) => boolean } {
  if ("uprn" in key) return { reporter: () => true, visit: () => true };
  const has = (...ways: (string | null)[]) => ways.some((way) => isKey(key, way));
  const names = versions.flatMap((of) => [
    ...(has(of.phone, of.email) ? [nameOf(of.name)] : []),
    ...(has(of.visitPhone, of.visitEmail) ? [nameOf(of.visitName)] : []),
  ]);
  const isNamed = (name: string | null) => nameOf(name) !== "" && names.includes(nameOf(name));
  return {
    reporter: (of) => has(of.phone, of.email) || isNamed(of.name),
    visit: (of) => has(of.visitPhone, of.visitEmail) || isNamed(of.visitName),
  };
}
