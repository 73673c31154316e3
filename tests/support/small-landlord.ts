import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Landlord } from "#app/domain/landlord.ts";
import { USUAL_LIMITS } from "#app/domain/limits.ts";
import { type Db, openDb } from "#db/client.ts";
import { projectFile } from "#db/root.ts";
import { addCatalogue, addHome, addOperative, addPatch, addSlots, NOW } from "./calendar.ts";
import { atEnd, type FreshUrl, freshFolder } from "./engines.ts";
import { type ServerProcess, type Settings, startServer } from "./server-process.ts";

/** A real landlord's server with one patch, one home (FH1 1AA) that takes any number of repairs, one problem to report and no slot yet; it believes it is NOW. */
export interface SmallLandlord {
  db: Db;
  server: ServerProcess;
  /** What it was started with: given again it goes on where it was. */
  settings: Settings;
  patchId: string;
}

/** Writes a settings file: the demo landlord's, with others in their place. */
export function landlordFile(others: Partial<Landlord> = {}): string {
  const demo = JSON.parse(readFileSync(projectFile("db/seed/demo/landlord.json"), "utf8"));
  const file = join(freshFolder(), "landlord.json");
  writeFileSync(file, JSON.stringify({ ...demo, ...others }));
  return file;
}

interface Wish {
  env?: Settings["env"];
  /** What is different about its one problem: a job of two visits. */
  problem?: Parameters<typeof addCatalogue>[1];
}

export async function startSmallLandlord(freshUrl: FreshUrl, { env, problem }: Wish = {}): Promise<SmallLandlord> {
  const databaseUrl = await freshUrl();
  const db = openDb(databaseUrl);
  atEnd(() => db.close());
  await addCatalogue(db, problem);
  const clock = { TEST_CLOCK: NOW.toISOString(), ALLOW_TEST_CLOCK: "1" };
  const settings = {
    databaseUrl,
    dataDir: freshFolder(),
    env: { LANDLORD_CONFIG: landlordFile({ limits: { ...USUAL_LIMITS, repairsAHome: 1000 } }), TRUST_PROXY: "1", ...clock, ...env },
  };
  const server = await startServer(settings);
  const patchId = await addPatch(db);
  await addHome(db, { patchId, line1: "1 Mill Lane" });
  return { db, server, settings, patchId };
}

/** Free slots in a window, shared out among plumbers who have at most five there each. */
export async function addFree(
  { db, patchId }: Pick<SmallLandlord, "db" | "patchId">,
  { count, date, window = "morning" }: { count: number; date: string; window?: string },
): Promise<void> {
  for (let left = count; left > 0; left -= 5) {
    const operativeId = await addOperative(db, { patches: [patchId] });
    await addSlots(db, { operativeId, date, windows: Array.from({ length: Math.min(5, left) }, () => window) });
  }
}
