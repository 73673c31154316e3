import type { Words } from "#app/languages/en.ts";
import type { Site } from "#app/services/site.server.ts";
import type { DeviceCookie } from "./device.server.ts";

/** What the server hands to every loader and action. */
export interface RequestContext {
  site: Site;
  words: Words;
  /** This request's time: one for all it does. */
  now: Date;
  nonce: string;
  requestId: string;
  device: DeviceCookie;
  /** The status of a page that shows a fault: set by the error handler, before the page is drawn. */
  faultStatus?: number;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
