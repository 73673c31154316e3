import { addMinutes, differenceInMilliseconds } from "date-fns";
import { z } from "zod";

/** Who works here: agent (contact centre), officer (runs the calendar), manager (sees figures too), administrator (accounts). */
export const ROLES = ["agent", "officer", "manager", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Reads a role's name; undefined where it is none. */
export function asRole(name: string): Role | undefined {
  return ROLES.find((role) => role === name);
}

/** Who may open which pages: the pages themselves and the navigation ask here. */
export const MAY = {
  signIn: ROLES,
  calendar: ["officer", "manager", "administrator"],
  day: ["officer", "manager", "administrator"],
  repairs: ROLES,
  contactCentre: ["agent", "officer", "manager", "administrator"],
  changeRepairs: ["officer", "manager", "administrator"],
  oversee: ["manager", "administrator"],
  overrideRules: ["officer", "manager", "administrator"],
  figures: ["manager", "administrator"],
  accounts: ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

/** How the landlord's own sign-in (OpenID Connect) is called on a button, and which of its groups have which role. */
const singleSignOn = z.strictObject({
  name: z.string().min(1),
  /** The claim that lists a person's groups: `groups`, or `roles` for Entra ID's application roles. */
  claim: z.string().default("groups"),
  roles: z.record(z.string(), z.enum(ROLES)).default({}),
});

/** A landlord's settings for staff: which roles must show a second factor here, and the landlord's own sign-in. */
export const staffSettings = z
  .strictObject({ secondFactor: z.array(z.enum(ROLES)).default(["administrator"]), singleSignOn: singleSignOn.optional() })
  .default({ secondFactor: ["administrator"] });

/** The role of somebody in several groups: the one that may most. Undefined where no group has any. */
export function roleOfGroups(groups: readonly string[], roles: Readonly<Record<string, Role>>): Role | undefined {
  const own = groups.flatMap((group) => (Object.hasOwn(roles, group) ? [roles[group]] : []));
  return ROLES.findLast((role) => own.includes(role));
}

/** Long rather than odd (NCSC, "Three random words"): length is what is asked for, in characters. */
export const PASSWORD_LENGTH = { least: 12, most: 200 };

/** An address as it is kept and looked up: however it was typed, it is one account. */
export function accountEmail(typed: string): string {
  return typed.trim().toLowerCase();
}

const IDLE_MINUTES = 30;
const LONGEST_HOURS = 12;

/** When a session that starts now must end, whatever is done in it. */
export function sessionEnd(startedAt: Date): Date {
  return addMinutes(startedAt, LONGEST_HOURS * 60);
}

/** Whether a session is still good: used within 30 minutes, and begun within 12 hours. */
export function isSessionLive({ seenAt, endsAt }: { seenAt: Date; endsAt: Date }, now: Date): boolean {
  return now < endsAt && now < addMinutes(seenAt, IDLE_MINUTES);
}

const FREE_TRIES = 5;
const LONGEST_WAIT_MINUTES = 60;
const FORGOTTEN_AFTER_HOURS = 24;

/**
 * How many minutes must pass after so many wrong tries in a row before the next one is looked at: none after four, then 1, 2, 4, … up to
 * an hour (OWASP Authentication Cheat Sheet, account lockout: a growing delay, so that nobody can lock somebody else out for good).
 */
export function minutesToWait(failures: number, free = FREE_TRIES): number {
  return failures < free ? 0 : Math.min(2 ** (failures - free), LONGEST_WAIT_MINUTES);
}

/** Wrong tries so far, of which those of more than a day ago do not count. */
export function failuresNow({ failures, lastAt }: { failures: number; lastAt: Date }, now: Date): number {
  return differenceInMilliseconds(now, lastAt) > FORGOTTEN_AFTER_HOURS * 3_600_000 ? 0 : failures;
}
