import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { type Cluster, startCluster } from "./postgres-cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers with the URL of the cluster, which is started when first asked for: pure tests do not pay for it. */
    postgresStarter: string;
  }
}

export const TEMPLATE = "migrated_template";

async function startWithTemplate(): Promise<Cluster> {
  const cluster = await startCluster(["fsync=off"]);
  await cluster.run(`create database ${TEMPLATE}`);
  await migrate(cluster.url(TEMPLATE), new Date());
  return cluster;
}

export default async function setup({ provide }: TestProject) {
  let started: Promise<Cluster> | undefined;
  const starter = createServer(async (_request, response) => {
    response.setHeader("connection", "close"); // a connection kept for later may close just as a test asks again
    started ??= startWithTemplate();
    started.then(
      (cluster) => response.end(cluster.url("postgres")),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => starter.listen(0, "127.0.0.1", resolve));
  provide("postgresStarter", `http://127.0.0.1:${(starter.address() as AddressInfo).port}`);
  return async () => {
    starter.close();
    await (await started?.catch(() => undefined))?.stop();
  };
}
