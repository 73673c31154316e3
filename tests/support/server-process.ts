import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { projectFile } from "#db/root.ts";
import { atEnd, freshFolder } from "./engines.ts";
import { freePort } from "./postgres-cluster.ts";

/** What device cookies are signed with, so that a test can make one. */
export const SECRET = "a secret for tests only, forty characters";

export interface Settings {
  /** `postgres://…` or the path of a SQLite file; left out: the server's own file under `dataDir`. */
  databaseUrl?: string;
  /** Left out: a fresh folder. Given again, the server goes on where it was. */
  dataDir?: string;
  port?: number;
  /** Variables of its environment; undefined takes one away. */
  env?: Record<string, string | undefined>;
}

export interface ServerProcess {
  /** "http://127.0.0.1:40123". */
  url: string;
  pid: number;
  /** What it has printed so far: its log, and what it says to the person who starts it. */
  output: () => string;
  /** Sends a signal and waits for the end; answers with the exit code, null when the signal ended it. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

interface Running {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

function run({ databaseUrl, dataDir = freshFolder(), env = {} }: Settings, port: number): Running {
  const { PATH, TZ } = process.env;
  const own = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "warn", SESSION_SECRET: SECRET, DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [projectFile("build/server/index.js")], {
    env: { PATH, TZ, NODE_ENV: "production", ...own, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (words) => {
      said += words;
    });
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  atEnd(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, output: () => said, ended };
}

/** Starts the built server on a port of its own and waits until it is ready; it is ended after the test. Throws what it said when it ends instead. */
export async function startServer(settings: Settings = {}): Promise<ServerProcess> {
  const port = settings.port ?? (await freePort());
  const { child, output, ended } = run(settings, port);
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([untilReady(url), ended.then((code) => Promise.reject(new Error(`The server ended with ${code}: ${output()}`)))]);
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  return { url, pid: child.pid ?? 0, output, stop };
}

/** Starts the server where it is expected to refuse: answers with how it ended and what it said. */
export async function refusedStart(settings: Settings): Promise<{ code: number | null; said: string }> {
  const { output, ended } = run(settings, settings.port ?? (await freePort()));
  return { code: await ended, said: output() };
}

/** Waits until a server is ready for people; never longer than the test itself may take. */
export async function untilReady(url: string): Promise<void> {
  while (!(await isReady(url))) await pause(50);
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
