import compression from "compression";
import express, { type Express } from "express";
import { answerFaults } from "./faults.ts";
import { answerHealth } from "./health.ts";
import { limitBodies, limitRates } from "./limits.ts";
import { logRequests } from "./logging.ts";
import { answerPages } from "./pages.ts";
import { refuseUnreadable } from "./readable.ts";
import { protect, refuseForeignForms } from "./security.ts";
import type { Service } from "./service.ts";
import { serveStaticFiles } from "./static-files.ts";

/** The order of a request's way through the server. */
export function createApp(service: Service): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", service.config.trustProxy);

  app.use(answerHealth(service));
  app.use(logRequests(service.logger));
  app.use(protect(service.config));
  app.use(refuseUnreadable());
  app.use(compression());
  app.use(serveStaticFiles());
  app.use(limitRates(service));
  app.use(limitBodies());
  app.use(refuseForeignForms(service.config));
  app.use(answerPages(service));
  app.use(answerFaults(service));
  return app;
}
