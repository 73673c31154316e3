import type { Request, RequestHandler } from "express";
import { refuse } from "./refuse.ts";

/** All that a browser without JavaScript sends. */
const METHODS = ["GET", "HEAD", "POST"];

/** Requests that no browser of ours makes get a page that says so: Remix could not even read them, and would throw. */
export function refuseUnreadable(): RequestHandler {
  return (req, res, next) => {
    const { headers } = req;
    // A proxy says http or https; anything else would become the scheme of the request's address.
    if (!/^https?$/.test(String(headers["x-forwarded-proto"]))) delete headers["x-forwarded-proto"];
    const fault = faultOf(req);
    if (fault === 405) res.setHeader("Allow", METHODS.join(", "));
    if (fault) refuse(req, res, fault);
    if (!isHost(headers.host)) headers.host = "localhost";
    next();
  };
}

function faultOf({ method, url, headers }: Request): number | undefined {
  if (!METHODS.includes(method)) return 405;
  if (headers.host && !isHost(headers.host)) return 400;
  // Remix still answers these with a page's bare data, and logs each as a fault; nothing of ours asks so.
  if (/[?&]_data=/.test(url)) return 404;
  return isPath(url) ? undefined : 404;
}

const isHost = (host = "") => /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`);

/** A path of ours, whose every escape is well-formed UTF-8 and no NUL, which no database takes. */
function isPath(url: string): boolean {
  if (!url.startsWith("/")) return false;
  try {
    return !decodeURIComponent(url.split("?")[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}
