import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { measureFirstVisit } from "./first-visit.ts";
import { demandFreshBuild } from "./fresh-build.ts";
import type { Row } from "./measure.ts";
import { measurePage, startPages } from "./page.ts";
import { readFrom } from "./processes.ts";
import { report } from "./report.ts";

/* `npm run bench`: what this means stands in README.md beside it. */

async function measureOverHttp(dataDir: string): Promise<Row[]> {
  mkdirSync(dataDir);
  const pages = await startPages(dataDir);
  try {
    return [...(await measurePage(pages)), ...(await measureFirstVisit(pages.ours.url))];
  } finally {
    await pages.baseline.stop();
    await pages.ours.stop();
  }
}

async function measureAll(folder: string): Promise<boolean> {
  const inProcess = await readFrom<Row[]>([await bundle("in-process.ts"), folder], "first");
  return report([...inProcess, ...(await measureOverHttp(join(folder, "demo")))]);
}

/** Measures in a folder of its own, which goes whatever happens. */
async function run(): Promise<boolean> {
  demandFreshBuild();
  const folder = mkdtempSync(join(tmpdir(), "repairs-bench-"));
  try {
    return await measureAll(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Said outright: the hooks of the embedded PostgreSQL end a process with 0, whatever its exit code was to be.
process.exit((await run()) ? 0 : 1);
