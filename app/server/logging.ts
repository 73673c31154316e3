import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { type Logger, type LoggerOptions, pino } from "pino";
import { pinoHttp } from "pino-http";

const WELL_FORMED_ID = /^[\w-]{8,64}$/;

/** The path without its query, and without the id or the token that lets its holder in. */
export function loggedPath(url = ""): string {
  return (url.split("?")[0] ?? "")
    .replace(/^\/report\/[^/]+/, "/report/:draft")
    .replace(/^(\/acknowledge|\/shift|\/staff\/welcome)\/.+/, "$1/:token");
}

/** A fault without the values of its query, which may be a person's: Drizzle puts them in its message and its properties. */
export function loggedFault(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const bare = (text = "") => text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, "");
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: bare(error.message),
    stack: bare(error.stack),
    ...(typeof code === "string" && { code }),
    ...(error.cause !== undefined && { cause: loggedFault(error.cause) }),
  };
}

/** The log of a process. An error is logged as what it is and where it was: its own message would hold the values. */
export function openLog(level: string): Logger {
  const logMethod: NonNullable<LoggerOptions["hooks"]>["logMethod"] = function (words, log) {
    const [error] = words;
    if (error instanceof Error) log.call(this, { err: error }, "Fault");
    else log.apply(this, words);
  };
  return pino({ level, serializers: { err: loggedFault }, hooks: { logMethod } });
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
    // Otherwise an error arrives here as pino's own copy of it, values and all.
    wrapSerializers: false,
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: loggedPath(url) }),
      err: loggedFault,
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
  });
}
