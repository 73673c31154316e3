import type { Server } from "node:http";
import type { Service } from "./service.ts";

const PATIENCE_MS = 10_000;
/** Requests that are on their way on a connection that is kept are still answered; the connection is not kept after them. */
const DRAIN_MS = 500;

/** Stops without losing a request: readiness off, finish what runs, close the database, go. A second signal goes at once. */
export function shutDownOnSignal(server: Server, service: Service) {
  const stop = () => {
    if (!service.isServing) process.exit(1);
    service.isServing = false;
    server.prependListener("request", (_, res) => res.setHeader("Connection", "close"));
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    setTimeout(() => {
      server.close(async () => {
        await service.close();
        process.exit(0); // Remix keeps timers of 5 s alive
      });
    }, DRAIN_MS);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
