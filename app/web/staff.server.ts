import { redirect } from "@remix-run/node";
import { MAY, type Role } from "#app/domain/staff.ts";
import { countVisitsToMove } from "#app/services/read-to-move.server.ts";
import { readStaffSession, type SignedIn } from "#app/services/staff-session.server.ts";
import type { RequestContext } from "./context.server.ts";

interface StaffArgs {
  request: Request;
  context: RequestContext;
}

const SIGN_IN = "/staff/sign-in";
const CODE = "/staff/code";
const SEND_AGAIN = "/staff/send-again";
const SIGNED_OUT = "/staff/signed-out";

/** Who this browser is signed in as, or undefined. Where a second factor is asked of them it may not have been shown yet. */
export async function findStaff({ request, context }: StaffArgs): Promise<SignedIn | undefined> {
  const token = await context.staffCookie.read(request);
  return token === undefined ? undefined : readStaffSession(context.site.db, { token, now: context.now });
}

/** Somebody who is signed in, and how many visits need moving where that is theirs to mend: it stands on every page until it is none. */
export type StaffAtWork = SignedIn & { toMove: number };

/**
 * Who is signed in, in full. Throws a redirect to where one signs in, which leads back here; a 403 where the person's role is not among
 * `roles`.
 */
export async function requireStaff(args: StaffArgs, roles: readonly Role[]): Promise<StaffAtWork> {
  const who = await findStaff(args);
  if (!who?.verified) throw askFirst(who ? CODE : SIGN_IN, args.request);
  if (!roles.includes(who.role)) throw new Response(null, { status: 403 });
  args.context.staff = who;
  const mends = MAY.calendar.some((role) => role === who.role);
  return { ...who, toMove: mends ? await countVisitsToMove(args.context.site.db, args.context.now) : 0 };
}

/** The way to sign in. A form that was posted goes to a page that keeps it meanwhile: by 307 the browser posts it there as it is. */
function askFirst(path: string, request: Request): Response {
  const next = ownPath(request);
  return request.method === "POST" ? redirect(withNext(SEND_AGAIN, next), 307) : redirect(withNext(path, next), 303);
}

const withNext = (path: string, next: string) => `${path}?${new URLSearchParams({ next })}`;

const ownPath = ({ url }: Request) => new URL(url).pathname + new URL(url).search;

/** Where to go on after signing in: a page of staff that was asked for, never another site. */
export function nextPath(request: Request): string {
  const next = new URL(request.url).searchParams.get("next") ?? "";
  const own = URL.canParse(next, "http://own.invalid") ? new URL(next, "http://own.invalid") : undefined;
  const isStaff = own?.host === "own.invalid" && /^\/(staff|contact-centre)(\/|$)/.test(own.pathname);
  return own && isStaff && own.pathname !== SIGN_IN && own.pathname !== CODE ? own.pathname + own.search : "/staff";
}

/** Where the landlord's own sign-in sends people back to: at the address they use. */
export const returnAddress = ({ url }: Request): string => new URL("/staff/single-sign-on/return", url).href;

/** Where it sends them back to once they have signed out there. */
export const signInAddress = ({ url }: Request): string => new URL(SIGN_IN, url).href;

/** On for somebody whose session here is over: to end it at the landlord's own sign-in too, where they came by it. */
export async function leave({ context }: StaffArgs, { elsewhere }: SignedIn): Promise<Response> {
  const to = elsewhere && context.site.singleSignOn ? SIGNED_OUT : SIGN_IN;
  return redirect(to, { status: 303, headers: { "Set-Cookie": await context.staffCookie.take() } });
}

/** The same page's address with where to go on kept. */
export const keepNext = (path: string, request: Request): string => withNext(path, nextPath(request));
