import { SYSTEM, TENANTS_CHANNELS } from "#app/domain/acting.ts";
import { localDate } from "#app/domain/local-date.ts";
import { ownState } from "#app/domain/own-visit.ts";
import { storyOf } from "#app/domain/repair-story.ts";
import type { Db } from "#db/client.ts";
import { draftOn } from "#db/queries/drafts.ts";
import { referenceOf, remindersSent } from "#db/queries/own-repair.ts";
import { proofsOf } from "#db/queries/proofs.ts";
import { type RepairCase, type RepairVisit, repairCase, visitsOf } from "#db/queries/repair-case.ts";
import { photosOfRepairs } from "#db/queries/repair-photos.ts";
import type { Repair } from "#db/queries/repairs.ts";
import { eventsOf } from "#db/queries/slot-page.ts";

/** A repair as whoever reported it follows it. */
export type OwnRepair = Awaited<ReturnType<typeof readStory>>;

/** A promise of it, with how the visit stands. */
export type OwnVisit = NonNullable<OwnRepair["current"]>;

/** Whoever asks for a repair: the device, as SHA-256 of its id. */
interface Asked {
  reference: string;
  device: string;
  now: Date;
}

/** The repair of a reference for a device that has shown that it is theirs; undefined for everybody else, and where there is none. */
export async function readOwnRepair(db: Db, { reference, device, now }: Asked): Promise<OwnRepair | undefined> {
  const found = await repairCase(db.read, db.schema, reference);
  return found && (await isProven(db, { repair: found.repair, device, now })) ? readStory(db, found, now) : undefined;
}

/** The repair of a reference for somebody who changes it as its tenant asks on the phone; undefined where there is none. */
export async function readCallersRepair(db: Db, { reference, now }: Omit<Asked, "device">): Promise<OwnRepair | undefined> {
  const found = await repairCase(db.read, db.schema, reference);
  return found && readStory(db, found, now);
}

/** The repair that a message's link has named. */
export async function readLinkedRepair(db: Db, { repairId, now }: { repairId: string; now: Date }): Promise<OwnRepair | undefined> {
  const reference = await referenceOf(db.read, db.schema, repairId);
  const found = reference === undefined ? undefined : await repairCase(db.read, db.schema, reference);
  return found && readStory(db, found, now);
}

/** A device has shown it by a code or a link; or it sent the report, and has not been told to stop. */
async function isProven(db: Db, { repair, device, now }: { repair: Repair; device: string; now: Date }): Promise<boolean> {
  const proofs = await proofsOf(db.read, db.schema, { device, repairId: repair.id });
  if (proofs.length > 0) return proofs.some((until) => until > now);
  return (await draftOn(db.read, db.schema, { id: repair.submission, device })) !== undefined;
}

async function readStory(db: Db, found: RepairCase, now: Date) {
  const { read, schema } = db;
  const { repair } = found;
  const rows = await visitsOf(read, schema, repair.id);
  const events = await eventsOf(read, schema, repair.id);
  const unserved = new Set(rows.flatMap(({ appointment, slot }) => (slot?.open ? [] : [appointment.id])));
  const visits = [...new Map(rows.map((row) => [row.appointment.id, visitOf(row, !unserved.has(row.appointment.id))])).values()];
  const { state, visit } = ownState(repair.status, visits, localDate(now));
  return {
    ...found,
    state,
    visits,
    /** The promise that the page is about. */
    current: visit,
    /** How often its tenant has moved it, or had it moved by phone. */
    moved: events.filter(
      ({ what, who, channel, appointmentId }) =>
        what === "appointment moved" && who !== SYSTEM && TENANTS_CHANNELS.includes(channel) && appointmentId === visit?.id,
    ).length,
    events,
    story: storyOf(events, await remindersSent(read, schema, repair.id)),
    /** What its tenant has sent; what operatives photograph is for the office. */
    photos: (await photosOfRepairs(read, schema, [repair.id])).filter(({ appointmentId }) => appointmentId === null),
  };
}

/** An appointment with how its visit stands; a job of two slots is one visit. */
function visitOf({ appointment, visit }: RepairVisit, isServed: boolean) {
  const { onTheWayAt = null, arrivedAt = null, endedAt = null, outcome = null } = visit ?? {};
  return { ...appointment, onTheWayAt, arrivedAt, endedAt, outcome, isServed };
}
