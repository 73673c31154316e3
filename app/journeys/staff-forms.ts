import { z } from "zod";
import { asRole, PASSWORD_LENGTH, ROLES } from "#app/domain/staff.ts";
import { staff } from "#app/languages/staff.ts";
import { type Field, oneOf, oneTimeCode, text } from "./fields.ts";

const MOST = 200;

/** Something that must be there, and is not tidied: spaces are part of a password. */
const secret = ({ label, error }: { label: string; error: string }, autocomplete: string): Field<string> => ({
  ...{ kind: "password", label, autocomplete },
  schema: z.string(error).min(1, error).max(MOST, error),
});

/** An address that names an account: whether there is one is nobody's business. */
const accountAddress: Field<string> = {
  ...{ kind: "email", label: staff.signIn.email.label, autocomplete: "username" },
  schema: z.string(staff.signIn.email.error).trim().min(1, staff.signIn.email.error).max(254, staff.signIn.email.error),
};

/** Signing in. */
export const signInFields = { email: accountAddress, password: secret(staff.signIn.password, "current-password") };

/** The second factor. */
export const codeFields = { code: oneTimeCode(staff.code.code) };

const { label, hint, error, short, long } = staff.welcome.password;
const { least, most } = PASSWORD_LENGTH;
const newPassword: Field<string> = {
  ...{ kind: "password", label, hint: hint(least), autocomplete: "new-password" },
  schema: z.string(error).min(1, error).min(least, short(least)).max(most, long(most)),
};

/** A password of one's own. */
export const welcomeFields = { password: newPassword };

const { add } = staff.accounts;

const newAddress: Field<string> = {
  ...{ kind: "email", label: add.email.label, autocomplete: "off" },
  schema: z.string(add.email.error).trim().pipe(z.email(add.email.error).max(254, add.email.error)),
};

/** A new account. */
export const accountFields = {
  name: text({ ...add.name, max: 100, autocomplete: "off" }),
  email: newAddress,
  role: oneOf(staff.roles, add.role),
};

/** Another role for an account. */
export const roleFields = { role: oneOf(staff.roles, { ...add.role, label: staff.account.role.legend }) };

/** Why a slot is stopped or withdrawn. */
export const reasonFields = { reason: text({ ...staff.slot.reason, max: 100 }) };

/** What a role is called. */
export const roleName = (role: string): string => staff.roles[asRole(role) ?? ROLES[0]];
