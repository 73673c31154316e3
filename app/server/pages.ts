import { createRequestHandler } from "@remix-run/express";
import type { Request, RequestHandler, Response } from "express";
import { wordsFor } from "#app/languages/languages.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import type { Service } from "./service.ts";

/** What every loader and action is handed with a request. */
function contextOf({ site, device }: Service, req: Request, res: Response): RequestContext {
  return {
    site,
    device,
    words: wordsFor(site.landlord.languages[0] ?? "en"),
    now: site.now(),
    nonce: res.locals.nonce,
    requestId: String(req.id),
    logFault: (error) => req.log.error(error),
    refusal: res.locals.refusal,
  };
}

/** Remix, for everything that is a page. Pages hold what people typed: no cache keeps them. */
export function answerPages(service: Service): RequestHandler {
  const answer = createRequestHandler({
    build: () => import("virtual:remix/server-build"),
    mode: import.meta.env.PROD ? "production" : "development",
    getLoadContext: (req, res) => contextOf(service, req, res),
  });
  return (req, res, next) => {
    res.setHeader("Cache-Control", "private, no-store");
    return answer(req, res, next);
  };
}
