import { MOST_PHOTOS } from "#app/domain/photo.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { addVisitPhoto, lockVisit, visitPhotos } from "#db/queries/visit-photos.ts";
import { type KeptPhoto, type PhotoDesk, type TakenPhoto, takePhoto } from "./take-photo.server.ts";
import { hashOf } from "./token.server.ts";

interface VisitPhoto {
  appointmentId: string;
  repairId: string;
  /** An operative's id, as the trace has it. */
  who: string;
  /** The file as it arrives, read to its end whatever comes of it. */
  pieces: AsyncIterable<Uint8Array>;
  now: Date;
}

/** Adds one photo of a visit to its repair, at most five a visit, however many are sent at once. The same photo sent again is there once: a weak connection repeats itself. */
export function addPhotoOfVisit(db: Db, desk: PhotoDesk, { pieces, ...visit }: VisitPhoto): Promise<TakenPhoto<never>> {
  return takePhoto(db, desk, {
    pieces,
    early: undefined,
    write: (tx, photo, fingerprint) => writeDown(tx, db, { ...visit, photo, fingerprint }),
  });
}

type Written = Omit<VisitPhoto, "pieces"> & { photo: KeptPhoto; fingerprint: string };

async function writeDown(
  tx: Query,
  { schema }: Db,
  { appointmentId, repairId, who, photo, fingerprint, now }: Written,
): Promise<TakenPhoto<never> & { again?: boolean }> {
  const id = hashOf(`${appointmentId} ${fingerprint}`).slice(0, 32);
  await lockVisit(tx, schema, appointmentId);
  const there = await visitPhotos(tx, schema, appointmentId);
  if (there.some((each) => each.id === id)) return { ok: true, id, again: true };
  if (there.length >= MOST_PHOTOS) return { ok: false, reason: "too-many" };
  await addVisitPhoto(tx, schema, { id, appointmentId, repairId, ...photo, position: there.length + 1, addedAt: now });
  const changeId = newId(now);
  const line = { id: changeId, at: now, who, channel: "visit", what: "photo added", changeId, repairId, appointmentId };
  await addEvent(tx, schema, { ...line, before: null, after: { photo: there.length + 1 } });
  return { ok: true, id };
}

/** How many photos were added at a visit. */
export async function countPhotosOfVisit(db: Db, appointmentId: string): Promise<number> {
  return (await visitPhotos(db.read, db.schema, appointmentId)).length;
}
