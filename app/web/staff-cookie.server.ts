import { createCookie } from "@remix-run/node";

/** The cookie by which a browser is signed in. It holds a random token whose hash the database keeps, and goes when the browser closes. */
export interface StaffCookie {
  /** The token of a request, or undefined. */
  read(request: Request): Promise<string | undefined>;
  /** The header that gives the browser a token. */
  give(token: string): Promise<string>;
  /** The header that takes it away. */
  take(): Promise<string>;
  /** What is kept while somebody signs in elsewhere, and must be ours when they come back. */
  readLeft(request: Request): Promise<unknown>;
  leave(kept: object): Promise<string>;
}

const MINUTES_ELSEWHERE = 10;

/** `__Host-` and Secure where the service is on https; plain on http, where browsers would drop them. */
export function createStaffCookie({ secret, isHttps }: { secret: string; isHttps: boolean }): StaffCookie {
  // Not strict: whoever comes back from signing in elsewhere, or follows a link in a message, is still who they are.
  const safe = { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/" } as const;
  const cookie = createCookie(isHttps ? "__Host-staff" : "staff", safe);
  const left = createCookie(isHttps ? "__Host-left" : "left", { ...safe, secrets: [secret], maxAge: MINUTES_ELSEWHERE * 60 });
  return {
    async read(request) {
      const token: unknown = await cookie.parse(request.headers.get("cookie"));
      return typeof token === "string" && /^[\w-]{43}$/.test(token) ? token : undefined;
    },
    give: (token) => cookie.serialize(token),
    take: () => cookie.serialize("", { maxAge: 0 }),
    readLeft: (request) => left.parse(request.headers.get("cookie")),
    leave: (kept) => left.serialize(kept),
  };
}
