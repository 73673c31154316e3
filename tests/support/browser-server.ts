import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("../..", import.meta.url).pathname;
const PATIENCE_MS = 60_000;

/** A Monday, within the demo landlord's opening hours. */
const MONDAY_MORNING = "2026-11-30T09:00:00Z";

export interface BrowserServer {
  url: string;
  /** The SQLite file, for tests that let time pass or close the calendar. */
  database: string;
  stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (!address || typeof address === "string") throw new Error("This machine gave no free port");
  return address.port;
}

/**
 * Starts the built service with the demo landlord in an empty folder, as its own process in a time zone far from the landlord's.
 * `clock` is the instant at which it believes to start. Throws when it does not come up.
 */
export async function startServer({ clock = MONDAY_MORNING } = {}): Promise<BrowserServer> {
  const folder = mkdtempSync(join(tmpdir(), "repairs-browser-"));
  const port = await freePort();
  const process = spawn(globalThis.process.execPath, ["build/server/index.js"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...{ PATH: globalThis.process.env.PATH, NODE_ENV: "production", TZ: "Asia/Kathmandu", LOG_LEVEL: "silent" },
      ...{ PORT: String(port), DATA_DIR: folder, TEST_CLOCK: clock, ALLOW_TEST_CLOCK: "1" },
      // Each test comes from an address of its own, so that none meets the limits of another.
      TRUST_PROXY: "1",
    },
  });
  const stop = async () => {
    await end(process);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilReady(url, process);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, database: join(folder, "repairs.db"), stop };
}

async function untilReady(url: string, process: ChildProcess): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (process.exitCode !== null) throw new Error("The service did not start: is it built? (npm run build)");
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The service was not ready within ${PATIENCE_MS / 1000} seconds`);
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, "exit");
  process.kill("SIGKILL");
  await ended;
}
