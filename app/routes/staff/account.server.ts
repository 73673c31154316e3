import type { WelcomeLink } from "#app/features/staff/accounts-page.tsx";
import { staff } from "#app/languages/staff.ts";

/** How an account stands, in words. */
export function stateOf({ active, password }: { active: boolean; password: string | null }): string {
  const { states } = staff.accounts;
  if (!active) return states.stopped;
  return password === null ? states.invited : states.active;
}

/** The link by which a person chooses a password, at the address the administrator uses. */
export function welcomeLink({ url }: Request, { name, token }: { name: string; token: string }): WelcomeLink {
  return { name, url: new URL(`/staff/welcome/${token}`, url).href };
}
