import { staff } from "#app/languages/staff.ts";
import { codeFields, signInFields, welcomeFields } from "./staff-forms.ts";

const { label } = staff.ownPassword.present;

/** Whoever changes how they sign in shows first that it is them. */
const password = { ...signInFields.password, label };

/** Another password. */
export const passwordFields = { password, newPassword: welcomeFields.password };

/** Another app that shows codes; its first code shows that it has the key. */
export const authenticatorFields = { password, ...codeFields };

const SECRET = ["secret", ...Object.keys(passwordFields), ...Object.keys(authenticatorFields)];

/** Whether a field of a page for staff holds what no page shows again. */
export const isSecretField = (name: string): boolean => SECRET.includes(name);
