import type { Request, Response } from "express";

/**
 * Turns a request that must not be served into one for the page that says so, with the ways to reach the landlord:
 * nothing of the request itself is looked at any more.
 */
export function refuse(req: Request, res: Response, status: number) {
  res.locals.refusal = status;
  req.method = "GET";
  req.url = req.originalUrl = "/";
}
