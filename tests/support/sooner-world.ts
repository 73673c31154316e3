import { asc, eq } from "drizzle-orm";
import { acceptSooner, declineSooner } from "#app/services/answer-sooner.server.ts";
import { askSooner, readSooner } from "#app/services/ask-sooner.server.ts";
import { cancelRepair } from "#app/services/cancel-repair.server.ts";
import { offerSooner } from "#app/services/offer-sooner.server.ts";
import { prepareInstallation } from "#app/services/prepare-installation.server.ts";
import { readLinkedRepair } from "#app/services/read-own-repair.server.ts";
import type { Db } from "#db/client.ts";
import { addAppointment, addOperative, addRepair, addSlots, NOW, RULES } from "./calendar.ts";
import { aLandlord } from "./landlord.ts";
import { addContactOf, repairById } from "./repairs.ts";
import { addSlotWorld } from "./slot-world.ts";

const landlord = aLandlord();
/** A date that most would rather not wait for. */
export const LATER = "2026-12-04";

/** A landlord with a plumber of one patch. */
export async function startSooner(db: Db) {
  await prepareInstallation(db, { landlord, isDemo: false, now: NOW });
  return addPatchOf(db);
}

/** Another patch with a plumber of its own. */
export async function addPatchOf(db: Db) {
  const world = await addSlotWorld(db);
  return { db, world, ann: await addOperative(db, { patches: [world.patchId] }) };
}

type Patch = Awaited<ReturnType<typeof addPatchOf>>;
type Told = Partial<Parameters<typeof addRepair>[1]>;

/** Visits of one operative in one window of a date. */
let placed = 100;

/** A repair with a visit on the morning of a date, in a slot of its own; without a date it has none, and we were to call. */
export async function addPerson({ db, world, ann }: Patch, { date, ...repair }: { date?: string } & Told = {}): Promise<string> {
  const { uprn, problemId } = world;
  const repairId = await addRepair(db, { uprn, problemId, waitsFor: date ? null : "call", ...repair });
  await addContactOf(db, repairId);
  if (date) await addAppointment(db, { repairId, date, slotIds: await addSlots(db, { operativeId: ann, date, place: placed++ }) });
  return repairId;
}

/** Asks for something sooner: mornings, with four hours of notice, unless said otherwise. */
export async function ask(db: Db, repairId: string, { now = NOW, windows = ["morning"], noticeHours = 4 } = {}): Promise<boolean> {
  const own = await readLinkedRepair(db, { repairId, now });
  return own !== undefined && askSooner(db, { own, windows, noticeHours, now });
}

/** One run of the job. */
export const offer = (db: Db, now = NOW) => offerSooner({ db, landlord, now });

const openOf = async (db: Db, repairId: string) => (await readSooner(db, { repairId, now: new Date(0) }))?.open;

/** The dates that are offered now, in the order of the repairs named. */
export const offers = (db: Db, ...repairIds: string[]) =>
  Promise.all(repairIds.map(async (repairId) => (await openOf(db, repairId))?.date));

/** The id of what is offered for a repair now. */
export const offerOf = async (db: Db, repairId: string): Promise<string> => (await openOf(db, repairId))?.id ?? "none";

export async function accept(db: Db, repairId: string, now = NOW, offerId?: string) {
  const answering = { offerId: offerId ?? (await offerOf(db, repairId)), repairId, now };
  return acceptSooner(db, { ...answering, rules: RULES, changes: landlord.visitChanges });
}

export const decline = async (db: Db, repairId: string) => declineSooner(db, { offerId: await offerOf(db, repairId), repairId, now: NOW });

export const messages = (db: Db) =>
  db.read.select().from(db.schema.messages).where(eq(db.schema.messages.kind, "sooner")).orderBy(asc(db.schema.messages.createdAt));

/** What has happened to a repair and who did it, by name. */
export async function trace(db: Db, repairId: string): Promise<string[]> {
  const { events } = db.schema;
  const rows = await db.read.select().from(events).where(eq(events.repairId, repairId));
  return rows.map(({ what, who }) => `${what} (${who})`).sort();
}

/** The visit that a repair has: "2026-11-26 morning". */
export async function promiseOf(db: Db, repairId: string): Promise<string | undefined> {
  const own = await readLinkedRepair(db, { repairId, now: NOW });
  return own?.current && `${own.current.date} ${own.current.window}`;
}

/** An officer cancels a repair. */
export async function cancel(db: Db, repairId: string): Promise<boolean> {
  const repair = await repairById(db, repairId);
  return cancelRepair(db, { repair, version: repair.version, who: "staff", reason: "other", note: "", duplicateOf: null, now: NOW });
}
