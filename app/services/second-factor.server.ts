import { Secret, TOTP } from "otpauth";
import type { Db } from "#db/client.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { changeSession, changeStaff, forgetTries, staffById, useCode } from "#db/queries/staff.ts";
import { countTry, signedIn } from "./sign-in.server.ts";
import type { SignedIn } from "./staff-session.server.ts";
import { hashOf, newToken } from "./token.server.ts";
import type { Vault } from "./vault.server.ts";

const SECONDS_A_CODE = 30;
/** A code is good in its half minute and in the one before and after: phones' clocks differ (RFC 6238, 5.2). */
const WINDOW = 1;

/** A new secret for an app that shows codes, in base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Whether something is a secret as we make them. */
export const isSecret = (typed: unknown): typed is string => typeof typed === "string" && /^[A-Z2-7]{32}$/.test(typed);

const totp = (secret: string, account: { issuer: string; label: string }) => new TOTP({ secret: Secret.fromBase32(secret), ...account });

/** The address that an app reads from a QR code. */
export function secretAddress(secret: string, account: { issuer: string; label: string }): string {
  return totp(secret, account).toString();
}

/** Which half-minute since 1970 a code is of; undefined where it is none of now. Codes go by real time, never by a test's clock. */
export function stepOf(secret: string, code: string, realNow: Date): number | undefined {
  const token = code.replace(/\s/g, "");
  const delta = totp(secret, { issuer: "", label: "" }).validate({ token, timestamp: realNow.getTime(), window: WINDOW });
  return delta === null ? undefined : Math.floor(realNow.getTime() / 1000 / SECONDS_A_CODE) + delta;
}

/**
 * `token` replaces the browser's: nobody who knew it before the code is in. `closed`: the vault does not open the secret (any more), so no
 * code can be right.
 */
export type CodeAnswer =
  | { ok: true; token: string }
  | { ok: false; reason: "wrong" | "closed" }
  | { ok: false; reason: "wait"; until: Date };

interface CodeGiven {
  who: SignedIn;
  code: string;
  /** Set where the second factor is being set up: the secret that was shown. */
  newSecret?: string | undefined;
  vault: Vault;
  now: Date;
  realNow: Date;
}

/** Checks the code of somebody who has given their password. A code is good once; wrong ones count as wrong passwords do. */
export async function giveCode(db: Db, { who, code, now, realNow, newSecret: chosen, vault }: CodeGiven): Promise<CodeAnswer> {
  const until = await countTry(db, { email: who.email, now });
  if (until) return { ok: false, reason: "wait", until };
  const account = await staffById(db.read, db.schema, who.id);
  const kept = account?.secondFactor ?? chosen;
  if (!account || !kept) return { ok: false, reason: "wrong" };
  // A new one, and one that was kept before there was a vault, is as it was shown.
  const isOpen = isSecret(kept);
  const secret = isOpen ? kept : vault.open(kept, who.id);
  if (!secret) return { ok: false, reason: "closed" };
  const step = stepOf(secret, code, realNow);
  if (!step) return { ok: false, reason: "wrong" };
  const { token, hash } = newToken();
  const values = { from: account.version, secondFactor: vault.close(secret, who.id) };
  const isIn = await db.write(async (tx) => {
    if (!(await useCode(tx, db.schema, { id: who.id, step }))) return false;
    if (isOpen && !(await changeStaff(tx, db.schema, { id: who.id, ...values }))) return false;
    await changeSession(tx, db.schema, { id: who.sessionId, verified: true, seenAt: now, token: hash });
    await forgetTries(tx, db.schema, hashOf(who.email));
    await addEvent(tx, db.schema, signedIn(who.id, now));
    return true;
  });
  return isIn ? { ok: true, token } : { ok: false, reason: "wrong" };
}
