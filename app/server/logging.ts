import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";

const WELL_FORMED_ID = /^[\w-]{8,64}$/;

/** The path without its query, and without the id that lets its holder into a draft. */
export function loggedPath(url = ""): string {
  return (url.split("?")[0] ?? "").replace(/^\/report\/[^/]+/, "/report/:draft");
}

/** One line a request: what, how long, how it ended. No address of a person, no answer, no cookie. */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (req, res) => {
      const given = req.headers["x-request-id"];
      const id = typeof given === "string" && WELL_FORMED_ID.test(given) ? given : randomUUID();
      res.setHeader("X-Request-Id", id);
      return id;
    },
    autoLogging: { ignore: (req) => req.url?.startsWith("/assets/") ?? false },
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: loggedPath(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  });
}
