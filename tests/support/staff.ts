import { Secret, TOTP } from "otpauth";
import type { Role } from "#app/domain/staff.ts";
import { hashPassword } from "#app/services/staff-password.server.ts";
import { openVault } from "#app/services/vault.server.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addStaff } from "#db/queries/staff.ts";
import { NOW } from "./calendar.ts";
import type { Browser } from "./pages.ts";

export const PASSWORD = "three random words";

/** As it is kept, at hardly any cost: most tests are of what comes after signing in. */
const kept = hashPassword(PASSWORD, { N: 2, r: 1, p: 1 });
/** What closes the secrets of second factors in tests. */
export const VAULT = openVault("a secret of no account, only for tests", "test");

/** An account whose person has chosen the password. */
export async function addStaffMember(
  db: Db,
  { email = "ada@example.com", name = "Ada Person", role = "officer" as Role } = {},
): Promise<string> {
  const account = { id: newId(NOW), email, name, role, password: await kept };
  await db.write((tx) => addStaff(tx, db.schema, [account]));
  return email;
}

/** Signs a browser in, from wherever it is led. */
export const signInAs = (browser: Browser, email: string, { password = PASSWORD, path = "/staff/sign-in" } = {}) =>
  browser.post(path, { email, password });

/** What an app shows for a secret at an instant. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
