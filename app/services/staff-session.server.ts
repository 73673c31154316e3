import { differenceInSeconds } from "date-fns";
import { asRole, isSessionLive, type Role } from "#app/domain/staff.ts";
import type { Db } from "#db/client.ts";
import { changeSession, endSessions, listSessions, type StaffSession, sessionOf } from "#db/queries/staff.ts";
import { hashOf } from "./token.server.ts";

/** Somebody who is signed in; where a second factor is asked of them, `verified` once they have shown it. */
export interface SignedIn {
  sessionId: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  verified: boolean;
  /** They came by the landlord's own sign-in. */
  elsewhere: boolean;
  /** A second factor is set up. */
  hasSecondFactor: boolean;
  /** They sign in here; without one, by the landlord's own sign-in alone. */
  hasPassword: boolean;
}

/** A session is written again at most this often: reading a page costs no write. */
const SEEN_EVERY_SECONDS = 60;

/** Who the browser with a token is signed in as, or undefined: no such session, over, or the account is not active. Keeps the session alive. */
export async function readStaffSession(db: Db, { token, now }: { token: string; now: Date }): Promise<SignedIn | undefined> {
  const found = await sessionOf(db.read, db.schema, hashOf(token));
  const role = found && asRole(found.staff.role);
  if (!found || !role || !isSessionLive(found.session, now)) return undefined;
  const { session, staff } = found;
  if (differenceInSeconds(now, session.seenAt) >= SEEN_EVERY_SECONDS)
    await db.write((tx) => changeSession(tx, db.schema, { id: session.id, seenAt: now }));
  const { id, name, email } = staff;
  const has = { hasSecondFactor: staff.secondFactor !== null, hasPassword: staff.password !== null };
  const { id: sessionId, verified, elsewhere } = session;
  return { sessionId, id, name, email, role, verified, elsewhere, ...has };
}

/** The live sessions of a person, the one used last first. */
export async function listStaffSessions(db: Db, { staffId, now }: { staffId: string; now: Date }): Promise<StaffSession[]> {
  const sessions = await listSessions(db.read, db.schema, staffId);
  return sessions.filter((session) => isSessionLive(session, now));
}

/** Ends one session of a person; all of them where none is named. Ending one that is not theirs changes nothing. */
export async function endStaffSessions(db: Db, { staffId, id }: { staffId: string; id?: string | undefined }): Promise<void> {
  await db.write((tx) => endSessions(tx, db.schema, { staffId, id }));
}
