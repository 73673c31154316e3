import type { RequestHandler } from "express";
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

/** Too much from one network address (a /64 for IPv6) gets 429 with the ways to reach the landlord; addresses the landlord lists are not counted. */
export function limitRates({ site, isUnlimited }: Pick<Service, "site" | "isUnlimited">): RequestHandler[] {
  const { pagesAMinute, postsAMinute } = site.landlord.limits;
  const limit = (most: number, counts: (req: { method: string }) => boolean) =>
    rateLimit({
      windowMs: MINUTE,
      limit: most,
      standardHeaders: "draft-8",
      ipv6Subnet: 64,
      legacyHeaders: false,
      skip: (req) => isUnlimited(req.ip) || !counts(req),
      handler: (req, res, next) => {
        refuse(req, res, 429);
        next();
      },
    });
  return [limit(pagesAMinute, () => true), limit(postsAMinute, ({ method }) => method !== "GET" && method !== "HEAD")];
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
