import { randomBytes } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";
import type { Config } from "#app/web/config.server.ts";
import { refuse } from "./refuse.ts";

const NONCE = "nonce-of-each-answer";

/** The headers of every answer, with a new nonce for each. Over plain http nothing may insist on https: pages would lose their styles. */
export function protect({ publicUrl }: Config): RequestHandler {
  const headers = Object.entries(headersOf(publicUrl?.protocol === "https:"));
  return (_, res, next) => {
    const nonce = randomBytes(16).toString("base64url");
    res.locals.nonce = nonce;
    for (const [name, value] of headers) res.setHeader(name, value.replaceAll(NONCE, nonce));
    next();
  };
}

/** Helmet's headers, made once: they differ by the nonce alone. */
function headersOf(isHttps: boolean): Record<string, string> {
  const nonce = `'nonce-${NONCE}'`;
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps,
    // With no-referrer Chromium sends `Origin: null`, and every form post without JavaScript would be refused.
    referrerPolicy: { policy: "same-origin" },
  });
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  setHeaders(answer.req, answer, () => {});
  return answer.getHeaders() as Record<string, string>;
}

const SAFE = ["GET", "HEAD", "OPTIONS"];

/** A form must come from our own pages: browsers say where from, in `Sec-Fetch-Site` or in `Origin`. */
export function refuseForeignForms({ publicUrl }: Config): RequestHandler {
  return (req, res, next) => {
    const ours = publicUrl?.host ?? req.headers.host;
    if (!SAFE.includes(req.method) && isForeign(req.headers["sec-fetch-site"], req.headers.origin, ours)) refuse(req, res, 403);
    // Remix compares `Origin` with this, and would answer 500 behind a proxy that changes the host.
    if (ours) req.headers["x-forwarded-host"] = ours;
    next();
  };
}

function isForeign(site: string | string[] | undefined, origin: string | undefined, ours: string | undefined): boolean {
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== ours;
}
