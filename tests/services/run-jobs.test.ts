import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { type Job, runJobs } from "#app/services/run-jobs.server.ts";

function written() {
  const lines: string[] = [];
  const log = { info: (line: string) => lines.push(`info: ${line}`), warn: (line: string) => lines.push(`warn: ${line}`) };
  return { lines, log };
}

const often = (run: Job["run"], name = "Tidying") => ({ name, everyMs: 2, run });

test("a job runs again and again until it is stopped, and says what it did", async () => {
  const { lines, log } = written();
  let runs = 0;
  const { stop } = runJobs([often(async () => (++runs % 2 ? "2 done" : undefined))], log);
  while (runs < 4) await wait(2);
  await stop();
  const ended = runs;
  await wait(20);
  expect(runs).toBe(ended);
  expect(new Set(lines)).toEqual(new Set(["info: Tidying: 2 done"]));
});

test("a job that fails is told and tried again, and the others go on", async () => {
  const { lines, log } = written();
  let [tries, others] = [0, 0];
  const failing = often(async () => {
    tries++;
    throw new Error("no network");
  });
  const other = often(async () => {
    others++;
    return undefined;
  }, "Sending");
  const { stop } = runJobs([failing, other], log);
  while (tries < 3 || others < 3) await wait(2);
  await stop();
  expect(lines[0]).toBe("warn: Tidying failed, and is tried again: Error: no network");
});

test("a job never runs beside itself, and stopping waits for it", async () => {
  const { log } = written();
  let [atOnce, most, ended] = [0, 0, 0];
  const slow = often(async () => {
    most = Math.max(most, ++atOnce);
    await wait(20);
    atOnce--;
    ended++;
    return undefined;
  });
  const { stop } = runJobs([slow], log);
  await wait(30);
  await stop();
  expect([atOnce, most]).toEqual([0, 1]);
  expect(ended).toBeGreaterThan(0);
});

test("a job that cannot wait runs at once, beside itself if need be, and stopping waits for it too", async () => {
  const { log } = written();
  let ended = 0;
  const rare: Job = {
    name: "Sending",
    everyMs: 60_000,
    run: async () => {
      await wait(5);
      ended++;
      return undefined;
    },
  };
  const { runNow, stop } = runJobs([rare], log);
  runNow(rare);
  runNow(rare);
  await stop();
  expect(ended).toBe(2);
});
