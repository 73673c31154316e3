import { MOST_PHOTOS } from "#app/domain/photo.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { photosOfRepairs } from "#db/queries/repair-photos.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { addVisitPhoto } from "#db/queries/visit-photos.ts";
import { lockRepair } from "#db/queries/visits.ts";
import { type KeptPhoto, type PhotoDesk, type TakenPhoto, takePhoto } from "./take-photo.server.ts";
import { hashOf } from "./token.server.ts";

/** What a report takes, and as many again afterwards. */
export const MOST_OWN = 2 * MOST_PHOTOS;

interface OwnPhoto {
  repairId: string;
  /** The file as it arrives, read to its end whatever comes of it. */
  pieces: AsyncIterable<Uint8Array>;
  now: Date;
}

/** Adds one photo to a repair that was reported, for whoever comes. The same photo sent again is there once. */
export function addOwnPhoto(db: Db, desk: PhotoDesk, { pieces, ...of }: OwnPhoto): Promise<TakenPhoto<never>> {
  return takePhoto(db, desk, {
    pieces,
    early: undefined,
    write: (tx, photo, fingerprint) => writeDown(tx, db, { ...of, photo, fingerprint }),
  });
}

type Written = Omit<OwnPhoto, "pieces"> & { photo: KeptPhoto; fingerprint: string };

async function writeDown(
  tx: Query,
  { schema }: Db,
  { repairId, photo, fingerprint, now }: Written,
): Promise<TakenPhoto<never> & { again?: boolean }> {
  const id = hashOf(`${repairId} ${fingerprint}`).slice(0, 32);
  await lockRepair(tx, schema, repairId);
  const own = (await photosOfRepairs(tx, schema, [repairId])).filter(({ appointmentId }) => appointmentId === null);
  if (own.some((each) => each.id === id)) return { ok: true, id, again: true };
  if (own.length >= MOST_OWN) return { ok: false, reason: "too-many" };
  await addVisitPhoto(tx, schema, { id, appointmentId: null, repairId, ...photo, position: own.length + 1, addedAt: now });
  const changeId = newId(now);
  const line = { id: changeId, at: now, who: "tenant", channel: "online", what: "photo added by tenant", changeId, repairId };
  await addEvent(tx, schema, { ...line, appointmentId: null, before: null, after: null });
  return { ok: true, id };
}
