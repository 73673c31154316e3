import express, { type RequestHandler } from "express";
import type { Service } from "./service.ts";

/** `/healthz`: the process lives. `/readyz`: the database answers and has every migration. */
export function answerHealth(service: Service): RequestHandler {
  const health = express.Router();
  health.get("/healthz", (_, res) => void res.type("text").send("ok"));
  health.get("/readyz", async (_, res) => {
    const isReady = service.isServing && (await service.isReady());
    res
      .status(isReady ? 200 : 503)
      .type("text")
      .send(isReady ? "ready" : "not ready");
  });
  return (req, res, next) => (/^\/(health|ready)z/.test(req.path) ? health(req, res, next) : next());
}
