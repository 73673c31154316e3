import { createCookie } from "@remix-run/node";

/** The cookie by which a browser is signed in. It holds a random token whose hash the database keeps, and goes when the browser closes. */
export interface StaffCookie {
  /** The token of a request, or undefined. */
  read(request: Request): Promise<string | undefined>;
  /** The header that gives the browser a token. */
  give(token: string): Promise<string>;
  /** The header that takes it away. */
  take(): Promise<string>;
}

/** `__Host-` and Secure where the service is on https; plain on http, where browsers would drop them. */
export function createStaffCookie({ isHttps }: { isHttps: boolean }): StaffCookie {
  const cookie = createCookie(isHttps ? "__Host-staff" : "staff", { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/" });
  return {
    async read(request) {
      const token: unknown = await cookie.parse(request.headers.get("cookie"));
      return typeof token === "string" && /^[\w-]{43}$/.test(token) ? token : undefined;
    },
    give: (token) => cookie.serialize(token),
    take: () => cookie.serialize("", { maxAge: 0 }),
  };
}
