import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 120_000;

/** A processor to itself, where the system can give one: servers the first, the load the last. */
export type Processor = "first" | "last";

const canPin = (() => {
  try {
    execFileSync("taskset", ["-c", "0", "true"], { stdio: "ignore" });
    return cpus().length > 1;
  } catch {
    return false;
  }
})();

type Environment = Record<string, string>;

function start(args: string[], env: Environment, { on, hears }: { on: Processor; hears: "ignore" | "pipe" }): ChildProcess {
  const pinned = canPin ? ["taskset", "-c", String(on === "first" ? 0 : cpus().length - 1)] : [];
  const [command = "", ...rest] = [...pinned, process.execPath, ...args];
  return spawn(command, rest, { env: { PATH: process.env.PATH, NODE_ENV: "production", ...env }, stdio: ["ignore", hears, "inherit"] });
}

/** Runs a program of the bench to its end and reads what it prints as JSON. */
export async function readFrom<T>(args: string[], on: Processor): Promise<T> {
  const child = start(args, {}, { on, hears: "pipe" });
  let printed = "";
  child.stdout?.on("data", (text) => {
    printed += text;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return JSON.parse(printed) as T;
}

export interface Server {
  url: string;
  /** Bytes it holds in memory now. */
  resident: () => number;
  stop: () => Promise<void>;
}

/** Starts a server and waits until it answers on the port. */
export async function startServer(args: string[], env: Environment, port: number): Promise<Server> {
  const child = start(args, env, { on: "first", hears: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const giveUp = performance.now() + PATIENCE_MS;
  while (!(await answers(`${url}/healthz`))) {
    if (child.exitCode !== null || performance.now() > giveUp) throw new Error(`${args[0]} did not start`);
    await pause(100);
  }
  return {
    url,
    resident: () => Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) * 1024,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );
