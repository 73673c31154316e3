import { Secret, TOTP } from "otpauth";
import type { Role } from "#app/domain/staff.ts";
import { addStaffAccount, choosePassword } from "#app/services/staff-accounts.server.ts";
import type { Db } from "#db/client.ts";
import { NOW } from "./calendar.ts";
import type { Browser } from "./pages.ts";

export const PASSWORD = "three random words";

/** An account whose person has chosen the password. */
export async function addStaffMember(
  db: Db,
  { email = "ada@example.com", name = "Ada Person", role = "officer" as Role } = {},
): Promise<string> {
  const token = await addStaffAccount(db, { email, name, role, by: "system", now: NOW });
  await choosePassword(db, { token: token ?? "", password: PASSWORD, now: NOW });
  return email;
}

/** Signs a browser in, from wherever it is led. */
export const signInAs = (browser: Browser, email: string, { password = PASSWORD, path = "/staff/sign-in" } = {}) =>
  browser.post(path, { email, password });

/** What an app shows for a secret at an instant. */
export const codeAt = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
