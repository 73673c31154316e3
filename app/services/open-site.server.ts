import type { Landlord } from "#app/domain/landlord.ts";
import { isMigrated } from "#db/migrate.ts";
import { createClock, realTime } from "./clock.server.ts";
import { DEMO_STEPS } from "./demo/steps.server.ts";
import { extendCalendar } from "./extend-calendar.server.ts";
import { forgetPeople } from "./forget-people.server.ts";
import { forgetRepairs } from "./forget-repairs.server.ts";
import { endMarks } from "./mark-home.server.ts";
import { isBuiltIn, type MessageSettings, openChannels } from "./message-channels.server.ts";
import { offerSooner } from "./offer-sooner.server.ts";
import { openDatabase } from "./open-database.server.ts";
import { openPhotoStore } from "./photo-store.server.ts";
import { prepareInstallation } from "./prepare-installation.server.ts";
import { readLandlord } from "./read-landlord.server.ts";
import { tidyMessages } from "./read-messages.server.ts";
import { type Job, type JobLog, runJobs } from "./run-jobs.server.ts";
import { sendMessages } from "./send-messages.server.ts";
import { openSingleSignOn, type SignOnSettings } from "./single-sign-on.server.ts";
import type { Site } from "./site.server.ts";
import { tidyDrafts } from "./tidy-drafts.server.ts";
import { openVault } from "./vault.server.ts";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;

interface Settings {
  databaseUrl: string;
  dataDir: string;
  photosDir: string;
  clamavSocket: string | undefined;
  singleSignOn?: SignOnSettings | undefined;
  landlordConfig: string | undefined;
  isDemo: boolean;
  /** The address people use, where it is known; otherwise links lead to this machine. */
  publicUrl: URL | undefined;
  port: number;
  sessionSecret: string;
  /** Who delivers messages to tenants. */
  messages?: MessageSettings;
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
export async function openSite({ databaseUrl, dataDir, landlordConfig, isDemo, testClock, log, ...settings }: Settings): Promise<OpenSite> {
  const landlord = readLandlord(landlordConfig);
  refuseDeadLinks(landlord, settings);
  const photos = openPhotoStore(settings.photosDir, realTime());
  const db = await openDatabase(databaseUrl, realTime());
  const now = await createClock({ db, dataDir, testClock, warn: (message) => log.warn(message) });
  await prepareInstallation(db, { landlord, isDemo, now: now() });
  if (isBuiltIn(settings.messages ?? {}) && !isDemo) log.warn(NOBODY_DELIVERS);
  const singleSignOn = signOnOf(landlord, settings.singleSignOn);
  const vault = openVault(settings.sessionSecret, "second factor");
  const outbox = outboxOf(settings);
  const { clamavSocket, sessionSecret: secret } = settings;
  const site: Site = { db, landlord, now, secret, photos, vault, clamavSocket, singleSignOn, outbox };
  const send = sendingJob(site, { ...settings, log });
  const jobs = runJobs([send, ...jobsOf(site)], log);
  // What fell due while no server ran has waited long enough.
  jobs.runNow(send);
  return {
    site: { ...site, sendNow: () => jobs.runNow(send) },
    isReady: () => isMigrated(db).catch(() => false),
    close: async () => {
      await jobs.stop();
      await db.close();
    },
    demo: isDemo ? DEMO_STEPS : undefined,
  };
}

/** The landlord's own sign-in: where it is stands in the environment, and who may come in by it in the landlord's file. */
function signOnOf({ staff }: Landlord, settings: SignOnSettings | undefined) {
  if (!settings) return undefined;
  if (!staff.singleSignOn) throw new Error("OIDC_ISSUER: needs staff.singleSignOn in the landlord's file, which says who has which role");
  return openSingleSignOn({ ...settings, ...staff.singleSignOn });
}

const originOf = ({ publicUrl, port }: Pick<Settings, "publicUrl" | "port">) => publicUrl?.origin ?? `http://localhost:${port}`;

/** Whoever is sent a message opens a link on a machine of their own. */
function refuseDeadLinks({ emergencyContact }: Landlord, { publicUrl, messages = {} }: Pick<Settings, "publicUrl" | "messages">): void {
  if (publicUrl) return;
  const needed = "PUBLIC_URL: is required with";
  if (emergencyContact && emergencyContact.sendTo !== "log")
    throw new Error(`${needed} emergencyContact, whose messages carry a link to this service`);
  if (!isBuiltIn(messages))
    throw new Error(`${needed} SMTP_URL, NOTIFY_API_KEY and TEXT_WEBHOOK_URL: messages carry a link to this service`);
}

const NOBODY_DELIVERS =
  "Messages to tenants are only shown at /staff/messages: none of SMTP_URL, NOTIFY_API_KEY and TEXT_WEBHOOK_URL is set";

type Place = Pick<Settings, "messages" | "publicUrl" | "port">;

/** What the pages know of messages. */
const outboxOf = ({ messages = {}, ...place }: Place): Site["outbox"] => ({
  origin: originOf(place),
  isOpen: isBuiltIn(messages),
  receiptToken: messages.notify?.callbackToken,
});

/** Sends what is due every minute: an emergency is said again after ten. */
function sendingJob(site: Site, { log, messages = {}, ...place }: Place & Pick<Settings, "log">): Job {
  const outbox = { ...site, channels: openChannels(messages), origin: originOf(place), log };
  return { name: "Sending messages", everyMs: MINUTE_MS, run: () => sendMessages(outbox) };
}

/** What a server that runs for weeks does by itself. */
function jobsOf({ db, landlord, now, photos }: Site): Job[] {
  const extend = async () => {
    await extendCalendar(db, { nation: landlord.nation, now: now() });
    return undefined;
  };
  const tidy = () => tidyDrafts({ db, photos, nation: landlord.nation, now: now() });
  const forget = () => forgetRepairs({ db, photos, retention: landlord.retention, now: now() });
  return [
    { name: "Tidying calls and letters", everyMs: HOUR_MS / 4, run: () => tidyMessages(db, now()) },
    { name: "Deleting old personal details", everyMs: 6 * HOUR_MS, run: forget },
    {
      name: "Deleting old details of people",
      everyMs: 6 * HOUR_MS,
      run: () => forgetPeople(db, { retention: landlord.retention, now: now() }),
    },
    { name: "Ending marks of homes", everyMs: HOUR_MS / 4, run: () => endMarks(db, now()) },
    { name: "Extending the calendar", everyMs: 6 * HOUR_MS, run: extend },
    { name: "Offering sooner visits", everyMs: MINUTE_MS, run: () => offerSooner({ db, landlord, now: now() }) },
    { name: "Tidying unfinished reports", everyMs: HOUR_MS / 4, run: tidy },
  ];
}
