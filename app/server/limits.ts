import type { Request, RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import { LARGEST_PHOTO, MOST_PHOTOS } from "#app/domain/photo.ts";
import { refuse } from "./refuse.ts";
import type { Service } from "./service.ts";

const MINUTE = 60_000;
/** Far more than any answer needs; only the pages of photos take files: a report's, a repair's, and a visit's. */
const LARGEST_FORM = 1_000_000;
/** Twice what such a page keeps: a photo too many, or too large, is then refused by its name. Files go to the disk as they arrive, never into memory. */
const LARGEST_UPLOAD = 2 * MOST_PHOTOS * LARGEST_PHOTO;
const TAKES_FILES = /^\/(report|repair|shift\/[^/]+)\/[^/]+\/photos$/;

/** Where homes are looked for, as agents type and when they press Enter: quicker than anybody types, and far too slow to copy everybody who lives in them. */
const LOOK_UPS = ["/contact-centre", "/contact-centre/search"];
const LOOK_UPS_A_MINUTE = 120;

const isLookUp = ({ method, path }: { method: string; path: string }) => method === "POST" && LOOK_UPS.includes(path);

/** Whoever is signed in, wherever they are: the token of the cookie of staff. */
const sessionOf = (cookie = "") => /(?:^|; )(?:__Host-)?staff=([^;]*)/.exec(cookie)?.[1] ?? "";

/** Too much from one network address (a /64 for IPv6) gets 429 with the ways to reach the landlord; addresses the landlord lists are not counted. Nobody looks for homes faster than by hand. */
export function limitRates({ site, isUnlimited }: Pick<Service, "site" | "isUnlimited">): RequestHandler[] {
  const { pagesAMinute, postsAMinute } = site.landlord.limits;
  const common = {
    windowMs: MINUTE,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    handler: ((req, res, next) => {
      refuse(req, res, 429);
      next();
    }) satisfies RequestHandler,
  } as const;
  const limit = (most: number, counts: (req: Request) => boolean) =>
    rateLimit({ ...common, ipv6Subnet: 64, limit: most, skip: (req) => isUnlimited(req.ip) || !counts(req) });
  return [
    limit(pagesAMinute, () => true),
    limit(postsAMinute, (req) => req.method !== "GET" && req.method !== "HEAD" && !isLookUp(req)),
    rateLimit({
      ...common,
      limit: LOOK_UPS_A_MINUTE,
      keyGenerator: ({ headers }) => sessionOf(headers.cookie),
      skip: (req) => !isLookUp(req),
    }),
  ];
}

/** A form that says it is larger than any of ours, or does not say how large it is, is not read at all. */
export function limitBodies(): RequestHandler {
  return (req, res, next) => {
    const length = Number(req.headers["content-length"] ?? (req.headers["transfer-encoding"] ? Number.POSITIVE_INFINITY : 0));
    const most = req.method === "POST" && TAKES_FILES.test(req.path) ? LARGEST_UPLOAD : LARGEST_FORM;
    if (!(length <= most)) refuse(req, res, 422);
    next();
  };
}
