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

/**
 * Runs jobs, each in its own time, until the returned function is called: it resolves once what runs has ended. A failure is told and
 * tried again the next time; a job never runs beside itself.
 */
export function runJobs(jobs: readonly Job[], log: JobLog): () => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const start = (job: Job) => {
    if (running.has(job.name)) return;
    const once = runOnce(job, log).finally(() => running.delete(job.name));
    running.set(job.name, once);
  };
  const timers = jobs.map((job) => setInterval(start, job.everyMs, job).unref());
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running.values());
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
