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

demandFreshBuild();
const folder = mkdtempSync(join(tmpdir(), "repairs-bench-"));
try {
  process.exitCode = (await measureAll(folder)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
