/** Something a running process does again and again. It may be run by several servers at once, and must be safe then. */
export interface Job {
  name: string;
  everyMs: number;
  /** Does it once. What it did, for the log, or undefined where there was nothing to do. */
  run: () => Promise<string | undefined>;
}

/** Where a job says what it did, and what went wrong. Neither names a person. */
export interface JobLog {
  info: (message: string) => void;
  warn: (message: string) => void;
}

/** Jobs that run. */
export interface RunningJobs {
  /** Runs a job once more at once, even where it is running: for what cannot wait for its next time. */
  runNow: (job: Job) => void;
  /** Starts nothing more; resolves once what runs has ended. */
  stop: () => Promise<void>;
}

/** Runs jobs, each in its own time, until they are stopped. A failure is told and tried again the next time; its time never starts a job beside itself. */
export function runJobs(jobs: readonly Job[], log: JobLog): RunningJobs {
  const running = new Map<Promise<void>, Job>();
  const runNow = (job: Job) => {
    const once: Promise<void> = runOnce(job, log).finally(() => running.delete(once));
    running.set(once, job);
  };
  const start = (job: Job) => {
    if (![...running.values()].includes(job)) runNow(job);
  };
  const timers = jobs.map((job) => setInterval(start, job.everyMs, job).unref());
  return {
    runNow,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.keys());
    },
  };
}

async function runOnce({ name, run }: Job, log: JobLog): Promise<void> {
  try {
    const done = await run();
    if (done) log.info(`${name}: ${done}`);
  } catch (error) {
    log.warn(`${name} failed, and is tried again: ${error}`);
  }
}
