import type { Server } from "node:http";
import type { Express } from "express";
import { announce } from "./announce.ts";
import { createApp } from "./app.ts";
import { type Service, startService } from "./service.ts";
import { shutDownOnSignal } from "./shutdown.ts";

/** In development the module is loaded again after each change; the database stays open. */
const kept = globalThis as { housingRepairs?: Promise<Service> };

function keep(): Promise<Service> {
  // biome-ignore lint/style/noProcessEnv: the one place where the environment enters
  kept.housingRepairs ??= startService(process.env);
  return kept.housingRepairs;
}

async function start(): Promise<Express> {
  const service = await keep();
  return createApp(service);
}

/** The service behind Express: Vite's middleware in development, the process's own server otherwise. */
export const app = start();

if (import.meta.env.PROD) listen();

async function listen() {
  const [express, service] = await Promise.all([app, keep()]).catch(refuseToStart);
  const server: Server = express.listen(service.config.port, () => announce(service));
  server.on("error", refuseToStart);
  shutDownOnSignal(server, service);
}

/** A wrong setting, or a port in use, is one line for the person who starts the service; not a stack trace. */
function refuseToStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
