import { createReadableStreamFromReadable, createRequestHandler, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as HttpRequest, Response as HttpResponse, RequestHandler } from "express";
import { wordsFor } from "#app/languages/languages.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { WrittenPage } from "#app/web/written-page.server.ts";
import { originOf } from "./network-address.ts";
import type { Service } from "./service.ts";

type PageHandler = ReturnType<typeof createRequestHandler>;

const readBuild = () => import("virtual:remix/server-build");

/** Remix with the built pages, prepared once; given a function it would prepare its routes for every request. In development they change. */
async function preparePages(): Promise<PageHandler> {
  return import.meta.env.PROD ? createRequestHandler(await readBuild(), "production") : createRequestHandler(readBuild, "development");
}

/** What every loader and action is handed with a request. */
function contextOf({ site, device, staffCookie, config, isUnlimited }: Service, req: HttpRequest, res: HttpResponse): RequestContext {
  return {
    ...(req.ip && !isUnlimited(req.ip) && { origin: originOf(req.ip, config.sessionSecret) }),
    site,
    device,
    staffCookie,
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
  let pages: Promise<PageHandler> | undefined;
  return async (req, res, next) => {
    res.setHeader("Cache-Control", "private, no-store");
    try {
      pages ??= preparePages();
      const answer = await pages;
      await send(res, await answer(requestOf(req, res), contextOf(service, req, res)));
    } catch (error) {
      next(error);
    }
  };
}

const READING = ["GET", "HEAD"];

/** A request as Remix takes it. A form is read as it arrives, and given up when its sender goes; a page is drawn to its end. */
function requestOf(req: HttpRequest, res: HttpResponse): Request {
  const { method } = req;
  const url = `${req.protocol}://${hostOf(req)}${req.originalUrl}`;
  const headers = new Headers();
  for (const [name, values] of Object.entries(req.headers)) for (const value of [values ?? []].flat()) headers.append(name, value);
  if (READING.includes(method)) return new Request(url, { method, headers });

  const gone = new AbortController();
  res.on("close", () => res.writableFinished || gone.abort());
  const body = createReadableStreamFromReadable(req);
  return new Request(url, { method, headers, body, signal: gone.signal, duplex: "half" } as RequestInit);
}

/** The host people use, behind a proxy too; with its port. */
function hostOf(req: HttpRequest): string {
  const port = /:(\d+)$/.exec(req.get("x-forwarded-host") ?? req.get("host") ?? "")?.[1];
  return port ? `${req.hostname}:${port}` : req.hostname;
}

async function send(res: HttpResponse, response: Response) {
  res.status(response.status);
  for (const [name, value] of response.headers) res.append(name, value);
  if (response instanceof WrittenPage) res.setHeader("Content-Length", Buffer.byteLength(response.html)).end(response.html);
  else if (response.body) await writeReadableStreamToWritable(response.body, res);
  else res.end();
}
