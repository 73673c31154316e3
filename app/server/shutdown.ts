import type { Server } from "node:http";
import type { Service } from "./service.ts";

const PATIENCE_MS = 10_000;

/** Stops without losing a request: readiness off, finish what runs, close the database, go. A second signal goes at once. */
export function shutDownOnSignal(server: Server, service: Service) {
  const stop = () => {
    if (!service.isServing) process.exit(1);
    service.isServing = false;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    server.close(async () => {
      await service.close();
      process.exit(0); // Remix keeps timers of 5 s alive
    });
    server.closeIdleConnections();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
