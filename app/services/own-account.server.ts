import type { Db } from "#db/client.ts";
import { changeSession, changeStaff, endSessions, forgetTries, type Staff, staffById } from "#db/queries/staff.ts";
import { stepOf } from "./second-factor.server.ts";
import { countTry } from "./sign-in.server.ts";
import { trace } from "./staff-accounts.server.ts";
import { checkPassword, hashPassword } from "./staff-password.server.ts";
import type { SignedIn } from "./staff-session.server.ts";
import { hashOf, newToken } from "./token.server.ts";
import type { Vault } from "./vault.server.ts";

interface Own {
  who: SignedIn;
  /** Their present password, as typed. */
  password: string;
  now: Date;
}

/**
 * `token` replaces the browser's, and every other session is over: whoever else was in is out. `wrong`: the password; `code`: the code;
 * `changed`: the account, by somebody else meanwhile.
 */
export type OwnAnswer =
  | { ok: true; token: string }
  | { ok: false; reason: "wrong" | "code" | "changed" }
  | { ok: false; reason: "wait"; until: Date };

/** Another password for an account that has one. */
export function changePassword(db: Db, { newPassword, ...own }: Own & { newPassword: string }): Promise<OwnAnswer> {
  return changeOwn(db, own, { what: "password changed", values: async () => ({ password: await hashPassword(newPassword) }) });
}

interface NewKey {
  /** The key that was shown, where it is one of ours. */
  secret: string | undefined;
  /** What the app shows for it. */
  code: string;
  vault: Vault;
  realNow: Date;
}

/** Another app that shows codes, for an account with a password: it counts once its first code has shown that it has the key. */
export function replaceAuthenticator(db: Db, { secret, code, vault, realNow, ...own }: Own & NewKey): Promise<OwnAnswer> {
  const values = async () => {
    const codeUsed = secret && stepOf(secret, code, realNow);
    return codeUsed ? { secondFactor: vault.close(secret, own.who.id), codeUsed } : undefined;
  };
  return changeOwn(db, own, { what: "second factor replaced", values });
}

interface Change {
  what: string;
  /** Undefined where the code is not right. */
  values: () => Promise<Partial<Pick<Staff, "password" | "secondFactor" | "codeUsed">> | undefined>;
}

/** Changes one's own account, as signing in does: each try is counted before it is looked at. */
async function changeOwn(db: Db, { who, password, now }: Own, { what, values }: Change): Promise<OwnAnswer> {
  const until = await countTry(db, { email: who.email, now });
  if (until) return { ok: false, reason: "wait", until };
  const account = await staffById(db.read, db.schema, who.id);
  const isRight = await checkPassword(password, account?.password);
  if (!account || !isRight) return { ok: false, reason: "wrong" };
  const next = await values();
  if (!next) return { ok: false, reason: "code" };
  const { token, hash } = newToken();
  const isChanged = await db.write(async (tx) => {
    const changed = await changeStaff(tx, db.schema, { id: who.id, from: account.version, ...next });
    if (!changed) return false;
    await endSessions(tx, db.schema, { staffId: who.id, except: who.sessionId });
    await changeSession(tx, db.schema, { id: who.sessionId, token: hash });
    await forgetTries(tx, db.schema, hashOf(who.email));
    await trace(tx, db, { by: who.id, now }, what, who.id, changed.version);
    return true;
  });
  return isChanged ? { ok: true, token } : { ok: false, reason: "changed" };
}
