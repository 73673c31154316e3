import { addHours } from "date-fns";
import { accountEmail, type Role } from "#app/domain/staff.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import {
  addStaff,
  changeStaff,
  endSessions,
  forgetTries,
  listStaff,
  lockAdministrators,
  type Staff,
  staffById,
  staffWelcomed,
} from "#db/queries/staff.ts";
import { hashPassword } from "./staff-password.server.ts";
import { hashOf, newToken } from "./token.server.ts";

const HOURS_WELCOME = 24;

/** Who does it: a staff id, or "system" for a command. */
interface Doing {
  by: string;
  now: Date;
}

/** The trace of a change to an account: of its row it says the version alone. */
export function trace(tx: Query, db: Db, { by, now }: Doing, what: string, staffId: string, version: number) {
  const id = newId(now);
  const about = { repairId: null, appointmentId: null, before: null, after: { staffId, version } };
  return addEvent(tx, db.schema, { id, at: now, who: by, channel: "office", what, changeId: id, ...about });
}

/**
 * Adds an account. Nobody is given a password: the answer is the token of a link, good once within 24 hours, by which the person chooses
 * their own. Undefined where the address has an account already.
 */
export function addStaffAccount(
  db: Db,
  { email, name, role, ...doing }: Doing & { email: string; name: string; role: Role },
): Promise<string | undefined> {
  const { token, hash } = newToken();
  const id = newId(doing.now);
  const welcome = { welcome: hash, welcomeUntil: addHours(doing.now, HOURS_WELCOME) };
  return db.write(async (tx) => {
    if (!(await addStaff(tx, db.schema, [{ id, email: accountEmail(email), name: name.trim(), role, ...welcome }]))) return undefined;
    await trace(tx, db, doing, "account added", id, 0);
    return token;
  });
}

/** Every account, by name. */
export function listStaffAccounts(db: Db): Promise<Staff[]> {
  return listStaff(db.read, db.schema);
}

/** One account, or undefined. */
export function readStaffAccount(db: Db, id: string): Promise<Staff | undefined> {
  return staffById(db.read, db.schema, id);
}

/** What an administrator does to an account. `welcome`: a new link to choose a password, which ends what was chosen and set up before. */
export type AccountChange = { role: Role } | { active: boolean } | { welcome: true };

/** `last-administrator`: nobody could undo it. `changed`: it is not as the administrator saw it. */
export type ChangedAccount = { ok: true; token?: string } | { ok: false; reason: "unknown" | "changed" | "last-administrator" };

/** Changes an account as it was seen (`version`) and ends its sessions: whoever it is signs in again as who they are now. */
export function changeStaffAccount(
  db: Db,
  { id, version, change, ...doing }: Doing & { id: string; version: number; change: AccountChange },
): Promise<ChangedAccount> {
  const { token, hash } = newToken();
  return db.write(async (tx): Promise<ChangedAccount> => {
    const administrators = await lockAdministrators(tx, db.schema);
    const before = await staffById(tx, db.schema, id);
    if (!before) return { ok: false, reason: "unknown" };
    if (endsAdministrator(before, change) && administrators.every((each) => each === id))
      return { ok: false, reason: "last-administrator" };
    const isWelcome = "welcome" in change;
    const fresh = { password: null, secondFactor: null, codeUsed: null, welcome: hash, welcomeUntil: addHours(doing.now, HOURS_WELCOME) };
    const changed = await changeStaff(tx, db.schema, { id, from: version, ...(isWelcome ? fresh : change) });
    if (!changed) return { ok: false, reason: "changed" };
    await endSessions(tx, db.schema, { staffId: id });
    await trace(tx, db, doing, `account changed: ${Object.keys(change).join()}`, id, changed.version);
    return { ok: true, ...(isWelcome && { token }) };
  });
}

const endsAdministrator = ({ role, active }: Staff, change: AccountChange) =>
  role === "administrator" && active && (("role" in change && change.role !== "administrator") || ("active" in change && !change.active));

/** Whose link to choose a password this is; undefined where it is not good (any more). */
export function readWelcome(db: Db, { token, now }: { token: string; now: Date }): Promise<Staff | undefined> {
  return staffWelcomed(db.read, db.schema, { welcome: hashOf(token), now });
}

/** Chooses the password of a link, which is then used up. False where it is not good (any more). */
export async function choosePassword(db: Db, { token, password, now }: { token: string; password: string; now: Date }): Promise<boolean> {
  const kept = await hashPassword(password);
  return db.write(async (tx) => {
    const account = await staffWelcomed(tx, db.schema, { welcome: hashOf(token), now });
    if (!account) return false;
    const { id, version: from, email } = account;
    const changed = await changeStaff(tx, db.schema, { id, from, password: kept, welcome: null, welcomeUntil: null });
    if (!changed) return false;
    await endSessions(tx, db.schema, { staffId: id });
    await forgetTries(tx, db.schema, hashOf(email));
    await trace(tx, db, { by: id, now }, "password chosen", id, changed.version);
    return true;
  });
}
