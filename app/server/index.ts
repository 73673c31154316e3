import type { Server } from "node:http";
import { env } from "node:process";
import type { Express } from "express";
import { announce } from "./announce.ts";
import { createApp } from "./app.ts";
import { type Service, startService } from "./service.ts";
import { shutDownOnSignal } from "./shutdown.ts";

// Without it React draws pages with the checks of development, several times slower, and Express shows stack traces.
if (import.meta.env.PROD) env.NODE_ENV ??= "production";

/** In development the module is loaded again after each change; the database stays open. */
const kept = globalThis as { housingRepairs?: Promise<Service> };

function keep(): Promise<Service> {
  kept.housingRepairs ??= startService(env);
  return kept.housingRepairs;
}

async function start(): Promise<Express> {
  const service = await keep();
  return createApp(service);
}

/** The service behind Express: Vite's middleware in development, the process's own server otherwise. */
export const app = start();

if (import.meta.env.PROD) listen();

const MINUTE = 60_000;
/** Five photos on a slow connection take their time. One on which nothing moves is ended long before. */
const LONGEST_REQUEST = 30 * MINUTE;
const LONGEST_SILENCE = 2 * MINUTE;

async function listen() {
  const [express, service] = await Promise.all([app, keep()]).catch(refuseToStart);
  const server: Server = express.listen(service.config.port, () => announce(service));
  server.requestTimeout = LONGEST_REQUEST;
  server.setTimeout(LONGEST_SILENCE);
  server.on("error", refuseToStart);
  shutDownOnSignal(server, service);
}

/** A wrong setting, or a port in use, is one line for the person who starts the service; not a stack trace. */
function refuseToStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
