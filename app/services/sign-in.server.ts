import { addMinutes } from "date-fns";
import { accountEmail, failuresNow, minutesToWait, type Role, sessionEnd } from "#app/domain/staff.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { addSession, changeTries, forgetTries, lockTries, removeOldSessions, type Staff, staffByEmail } from "#db/queries/staff.ts";
import { checkPassword } from "./staff-password.server.ts";
import { hashOf, newToken } from "./token.server.ts";

interface SignIn {
  /** As typed. */
  email: string;
  password: string;
  /** What the browser says it is. */
  browser: string;
  /** The roles that must show a second factor. */
  secondFactor: readonly Role[];
  now: Date;
}

/** `wait` says until when no try is looked at; `wrong` never says which of the two was wrong. */
export type SignedInAnswer = { ok: true; token: string } | { ok: false; reason: "wrong" } | { ok: false; reason: "wait"; until: Date };

const LONGEST_BROWSER = 200;

/**
 * Signs somebody in by email address and password, in a session of their own; its token is for the browser. Each try is counted before it is
 * looked at, so that many at once gain nothing; the answer is the same, and takes as long, whether there is such an account or not.
 */
export async function signIn(db: Db, { email, password, browser, secondFactor, now }: SignIn): Promise<SignedInAnswer> {
  const address = accountEmail(email);
  const until = await countTry(db, { email: address, now });
  if (until) return { ok: false, reason: "wait", until };
  const account = await staffByEmail(db.read, db.schema, address);
  const isRight = await checkPassword(password, account?.active ? account.password : null);
  if (!account || !isRight) return { ok: false, reason: "wrong" };
  const needsCode = account.secondFactor !== null || secondFactor.some((role) => role === account.role);
  const token = await startSession(db, { staff: account, browser, verified: !needsCode, now });
  return { ok: true, token };
}

/** Counts a try for an address before it is looked at; answers until when to wait where there were too many. */
export function countTry(db: Db, { email, now }: { email: string; now: Date }): Promise<Date | undefined> {
  return db.write((tx) => countTryIn(tx, db, { key: hashOf(email), now }));
}

/**
 * The same as part of a change, for anything that can be guessed, by its key: nobody else counts one for it until the change ends. The
 * first `free` tries have no wait.
 */
export async function countTryIn(
  tx: Query,
  { schema }: Db,
  { key, free, now }: { key: string; free?: number; now: Date },
): Promise<Date | undefined> {
  const before = await lockTries(tx, schema, { email: key, now });
  if (before.waitUntil && before.waitUntil > now) return before.waitUntil;
  const failures = failuresNow(before, now) + 1;
  const minutes = minutesToWait(failures, free);
  await changeTries(tx, schema, { email: key, failures, lastAt: now, waitUntil: minutes > 0 ? addMinutes(now, minutes) : null });
  return undefined;
}

/** Starts a session and forgets the wrong tries; answers with the token for the browser. A session that waits for its code forgets none. */
export async function startSession(
  db: Db,
  {
    staff,
    browser,
    verified,
    elsewhere = false,
    now,
  }: { staff: Staff; browser: string; verified: boolean; elsewhere?: boolean; now: Date },
): Promise<string> {
  const { token, hash } = newToken();
  const id = newId(now);
  await db.write(async (tx) => {
    await removeOldSessions(tx, db.schema, now);
    const times = { startedAt: now, seenAt: now, endsAt: sessionEnd(now) };
    const said = { verified, elsewhere, browser: browser.slice(0, LONGEST_BROWSER) };
    await addSession(tx, db.schema, { id, token: hash, staffId: staff.id, ...times, ...said });
    if (!verified) return;
    await forgetTries(tx, db.schema, hashOf(staff.email));
    await addEvent(tx, db.schema, signedIn(staff.id, now));
  });
  return token;
}

/** The trace of somebody who has come in. */
export function signedIn(staffId: string, now: Date) {
  const id = newId(now);
  const about = { repairId: null, appointmentId: null, before: null, after: null };
  return { id, at: now, who: staffId, channel: "office", what: "signed in", changeId: id, ...about };
}
