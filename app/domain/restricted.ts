import { ROLES, type Role } from "./staff.ts";

/** A home as far as it matters who may open it: the roles that may, a space between; null where all of staff may. */
export interface Restrictable {
  restrictedTo: string | null;
}

/** The roles that may open a home. */
export function rolesFor({ restrictedTo }: Restrictable): Role[] {
  const named = restrictedTo?.split(" ");
  return ROLES.filter((role) => named === undefined || named.includes(role));
}

/** Whether a role may open a home. Whoever is not signed in is never staff, and sees what is theirs by other ways. */
export function maySee(home: Restrictable, role: Role): boolean {
  return rolesFor(home).includes(role);
}
