import { join } from "node:path";
import { asc } from "drizzle-orm";
import { openSite } from "#app/services/open-site.server.ts";
import { saveAnswer } from "#app/services/save-answer.server.ts";
import { startReport } from "#app/services/start-report.server.ts";
import { createDeviceCookie } from "#app/web/device.server.ts";

/** The secret of the servers measured, so that both know the same cookie. */
export const SECRET = "a secret of no account, only for the bench";

/** A report in the demo's database whose next question is the picker, and the cookie that opens it. */
export interface PickerDraft {
  path: string;
  cookie: string;
}

/** Makes the demo landlord in a folder and answers a report up to the picker. */
export async function makePickerDraft(dataDir: string): Promise<PickerDraft> {
  const settings = { databaseUrl: join(dataDir, "repairs.db"), dataDir, landlordConfig: undefined, isDemo: true, testClock: undefined };
  const photos = { photosDir: join(dataDir, "photos"), clamavSocket: undefined };
  const place = { publicUrl: undefined, port: 0, sessionSecret: "" };
  const { site, close } = await openSite({ ...settings, ...photos, ...place, log: { info: () => {}, warn: () => {} } });
  const { db, now } = site;
  const { device, header } = await createDeviceCookie({ secret: SECRET, isHttps: false }).make();
  const draftId = await startReport(db, { device, language: "en", now: now() });
  const { problems, homes } = db.schema;
  const [home] = await db.read.select().from(homes).limit(1);
  const leaves = await db.read.select().from(problems).orderBy(asc(problems.position));
  const tap = leaves.find(({ outcome, trade, visits }) => outcome === "book" && trade === "plumbing" && visits === 1);
  if (!home || !tap) throw new Error("The demo has no home, or no plumbing job");
  const room = leaves.find(({ location }) => location === tap.location);
  const matter = leaves.find(({ location, problem }) => location === tap.location && problem === tap.problem);
  const answers = {
    emergency: { kind: "none" },
    who: { who: "me" },
    postcode: { postcode: home.postcode, number: "" },
    home: { uprn: `uprn-${home.uprn}` },
    place: { place: "home" },
    tenure: { tenure: "rent" },
    where: { location: String(room?.position) },
    what: { problem: String(matter?.position) },
    which: { problem: String(tap.position) },
    describe: { description: "It drips all night" },
    photos: { done: "yes" },
    household: {},
    help: {},
  };
  for (const [step, typed] of Object.entries(answers)) await saveAnswer(db, { draftId, device, step, typed, now: now() });
  await close();
  return { path: `/report/${draftId}/slot`, cookie: header.split(";")[0] ?? "" };
}
