import type { Words } from "#app/languages/en.ts";
import type { Site } from "#app/services/site.server.ts";
import type { SignedIn } from "#app/services/staff-session.server.ts";
import type { DeviceCookie } from "./device.server.ts";
import type { Form } from "./forms.server.ts";
import type { StaffCookie } from "./staff-cookie.server.ts";

/** What the server hands to every loader and action. A type, since Remix's own context takes any key. */
export type RequestContext = {
  site: Site;
  words: Words;
  /** This request's time: one for all it does. */
  now: Date;
  nonce: string;
  requestId: string;
  device: DeviceCookie;
  staffCookie: StaffCookie;
  /** Keyed hash of the network address; left out where no limit counts for it. */
  origin?: string;
  logFault: (error: unknown) => void;
  /** The server will not serve this request: 403, 422 or 429. The page says so and nothing is done. */
  refusal?: number;
  /** Who of staff asks: set where it is required. */
  staff?: SignedIn;
  /** What this request posted and what is wrong with it: left by the action for the loader, which draws the page again. */
  mistake?: { typed: Form; errors: Record<string, string> };
  /** The status of a page that shows a fault: set by the error handler, before the page is drawn. */
  faultStatus?: number;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
