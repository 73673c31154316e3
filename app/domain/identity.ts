import { isLocalDate, type LocalDate } from "./local-date.ts";
import { readPhone } from "./phone.ts";

/** The facts of which a caller gives one, besides name and address. */
export const FACTS = ["birth", "tenancy", "phone", "email"] as const;
export type Fact = (typeof FACTS)[number];

/** How a tenancy is on file, as far as callers are asked about it. */
export interface OnFile {
  tenancyReference: string;
  tenants: readonly { bornOn: LocalDate | null; contacts: readonly { kind: string; value: string }[] }[];
}

/** What was asked of a caller, and whether it fitted. */
export interface IdentityCheck {
  asked: readonly string[];
  passed: boolean;
  /** tenant, or who calls for the tenant. */
  caller: string;
  /** Whether the tenant agrees that they speak for them. */
  consent: string | null;
}

/**
 * How far an agent may go. `known`: everything. `unknown`: a report, with nothing shown of what is on file. `asking`: nobody has been
 * identified yet. `stopped`: too many answers did not fit.
 */
export type Standing = "known" | "unknown" | "asking" | "stopped";

/** What everybody is asked. */
export const NAME_AND_ADDRESS = ["name", "address"] as const;
const MOST_TRIES = 3;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A date of birth as people say it: 27 3 1985, 27/03/85, 27 March 1985; undefined where it is none. Two digits are a year up to this one. */
function readBirth(typed: string, today: LocalDate): LocalDate | undefined {
  const [, day = "", month = "", year = ""] = /^\s*(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4}|\d{2})\s*$/i.exec(typed) ?? [];
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const century = `${today.slice(0, 2)}${year}` > today.slice(0, 4) ? Number(today.slice(0, 2)) - 1 : today.slice(0, 2);
  const date = [year.length === 2 ? `${century}${year}` : year, String(named || month).padStart(2, "0"), day.padStart(2, "0")].join("-");
  return isLocalDate(date) ? date : undefined;
}

const bare = (reference: string) => reference.toUpperCase().replace(/[^A-Z0-9]/g, "");

const hasContact = ({ tenants }: OnFile, kind: string, value: string | undefined) =>
  value !== undefined && tenants.some(({ contacts }) => contacts.some((each) => each.kind === kind && each.value === value));

/** Whether what a caller says of one fact is what is on file, of any of those who hold the tenancy together. */
export function fits(file: OnFile, { fact, said }: { fact: Fact; said: string }, today: LocalDate): boolean {
  if (fact === "tenancy") return bare(said) !== "" && bare(said) === bare(file.tenancyReference);
  if (fact === "phone") return hasContact(file, fact, readPhone(said)?.number);
  if (fact === "email") return hasContact(file, fact, said.trim().toLowerCase());
  const born = readBirth(said, today);
  return born !== undefined && file.tenants.some(({ bornOn }) => bornOn === born);
}

/** The facts that there are on file, so that nobody is asked for what nobody knows. */
export function factsOf(file: OnFile): Fact[] {
  const has = (kind: string) => file.tenants.some(({ contacts }) => contacts.some((each) => each.kind === kind));
  const isThere = { birth: file.tenants.some(({ bornOn }) => bornOn !== null), tenancy: true, phone: has("phone"), email: has("email") };
  return FACTS.filter((fact) => isThere[fact]);
}

const isWhole = ({ asked }: IdentityCheck) => NAME_AND_ADDRESS.every((each) => asked.includes(each));

/** A number that was looked up and is on file counts as the fact; name and address are asked all the same. */
export const hasFactAlready = (checks: readonly IdentityCheck[]): boolean => checks.some((check) => check.passed && !isWhole(check));

/** How many more times a caller may be asked. */
export const triesLeft = (checks: readonly IdentityCheck[]): number =>
  MOST_TRIES - checks.filter((check) => isWhole(check) && !check.passed).length;

/** How a caller stands after what was asked. A home without a tenancy on file has nothing that could fit: asking is enough to go on with. */
export function standingOf(checks: readonly IdentityCheck[], hasTenancy: boolean): Standing {
  const passed = checks.find((check) => check.passed && isWhole(check));
  if (passed) return passed.caller === "tenant" || passed.consent !== "none" ? "known" : "unknown";
  if (!hasTenancy) return checks.some(isWhole) ? "unknown" : "asking";
  return triesLeft(checks) > 0 ? "asking" : "stopped";
}
