import type { RouteConfigEntry } from "@remix-run/route-config";
import { expect, test } from "vitest";
import routes from "#app/routes.ts";

/** Every address people may have kept. One that goes needs a redirect first: nobody is left stranded. */
const KEPT = [
  "/",
  "/report",
  "/report/:draft/photos",
  "/report/:draft/photos/:photo",
  "/report/:draft/search",
  "/report/:draft/slot",
  "/report/:draft/check",
  "/report/:draft/confirmation",
  "/report/:draft/another",
  "/report/:draft/already-reported",
  "/report/:draft/request",
  "/report/:draft/saved",
  "/report/:draft/:step",
  "/acknowledge/:token",
  "/shift/:token",
  "/shift/:token/:appointment",
  "/shift/:token/:appointment/photos",
  "/shift/:token/:appointment/photos/:photo",
  "/staff",
  "/staff/sign-in",
  "/staff/code",
  "/staff/welcome/:token",
  "/staff/single-sign-on",
  "/staff/single-sign-on/return",
  "/staff/sign-out",
  "/staff/sessions",
  "/staff/emergencies",
  "/staff/shifts",
  "/staff/calendar",
  "/staff/slots/:slot",
  "/staff/day",
  "/staff/day.csv",
  "/staff/visits/:appointment",
  "/staff/photos/:photo",
  "/staff/accounts",
  "/staff/accounts/:account",
  "/accessibility",
  "/privacy",
  "/cookies",
  "/*",
];

test("no address of the site disappears", async () => {
  const listed = ((await routes) as RouteConfigEntry[]).map(({ path = "" }) => `/${path}`);
  expect(listed).toEqual(expect.arrayContaining(KEPT));
  expect(KEPT).toEqual(expect.arrayContaining(listed));
});
