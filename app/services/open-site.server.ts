import { isMigrated } from "#db/migrate.ts";
import { createClock, realTime } from "./clock.server.ts";
import { DEMO_STEPS } from "./demo/steps.server.ts";
import { extendCalendar } from "./extend-calendar.server.ts";
import { openDatabase } from "./open-database.server.ts";
import { openPhotoStore } from "./photo-store.server.ts";
import { prepareInstallation } from "./prepare-installation.server.ts";
import { readLandlord } from "./read-landlord.server.ts";
import { type Job, type JobLog, runJobs } from "./run-jobs.server.ts";
import type { Site } from "./site.server.ts";
import { tidyDrafts } from "./tidy-drafts.server.ts";

const HOUR_MS = 60 * 60 * 1000;

interface Settings {
  databaseUrl: string;
  dataDir: string;
  photosDir: string;
  clamavSocket: string | undefined;
  landlordConfig: string | undefined;
  isDemo: boolean;
  testClock: Date | undefined;
  log: JobLog;
}

/** A site that is open, and what the process around it asks of it. */
export interface OpenSite {
  site: Site;
  /** Whether the database answers and has every migration. */
  isReady: () => Promise<boolean>;
  close: () => Promise<void>;
  /** What to try, where this is the demo. */
  demo: readonly string[] | undefined;
}

/**
 * Opens the database of a process, brings it up to date and makes it ready to serve.
 * Throws an Error of one line where the settings are wrong or do not belong to this database.
 */
export async function openSite({ databaseUrl, dataDir, landlordConfig, isDemo, testClock, log, ...files }: Settings): Promise<OpenSite> {
  const landlord = readLandlord(landlordConfig);
  const photos = openPhotoStore(files.photosDir, realTime());
  const db = await openDatabase(databaseUrl, realTime());
  const now = await createClock({ db, dataDir, testClock, warn: (message) => log.warn(message) });
  await prepareInstallation(db, { landlord, isDemo, now: now() });
  const site: Site = { db, landlord, now, photos, clamavSocket: files.clamavSocket };
  const stopJobs = runJobs(jobsOf(site), log);
  return {
    site,
    isReady: () => isMigrated(db).catch(() => false),
    close: async () => {
      await stopJobs();
      await db.close();
    },
    demo: isDemo ? DEMO_STEPS : undefined,
  };
}

/** What a server that runs for weeks does by itself. */
function jobsOf({ db, landlord, now, photos }: Site): Job[] {
  const extend = async () => {
    await extendCalendar(db, { nation: landlord.nation, now: now() });
    return undefined;
  };
  const tidy = () => tidyDrafts({ db, photos, nation: landlord.nation, now: now() });
  return [
    { name: "Extending the calendar", everyMs: 6 * HOUR_MS, run: extend },
    { name: "Tidying unfinished reports", everyMs: HOUR_MS / 4, run: tidy },
  ];
}
