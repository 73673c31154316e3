import { MOST_PHOTOS, MOST_UNSENT, type PhotoRefusal } from "#app/domain/photo.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockDraftOn } from "#db/queries/drafts.ts";
import { addPhotoRow, bytesUnsent, photosOfDraft } from "#db/queries/photos.ts";
import { submitted } from "#db/queries/repairs.ts";
import { type KeptPhoto, type PhotoDesk, type TakenPhoto, takePhoto } from "./take-photo.server.ts";

export interface SentPhoto {
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  /** The file as it arrives, read to its end whatever comes of it. */
  pieces: AsyncIterable<Uint8Array>;
  now: Date;
}

export interface PhotoPlace extends PhotoDesk {
  /** Bytes that all reports not yet sent may take together. */
  mostUnsent?: number;
}

export type AddPhotoAnswer = TakenPhoto<"no-draft">;

const refused = (reason: PhotoRefusal | "no-draft"): AddPhotoAnswer => ({ ok: false, reason });

/**
 * Adds one photo to a draft of this device: received on the disk, checked, drawn anew, kept, and only then written down. At most five,
 * however many tabs send at once. Nothing stays behind of a photo that is refused.
 */
export async function addPhoto(db: Db, place: PhotoPlace, { pieces, ...sent }: SentPhoto): Promise<AddPhotoAnswer> {
  const { mostUnsent = MOST_UNSENT } = place;
  const early = await refusedBefore(db, place, sent);
  return takePhoto(db, place, { pieces, early, write: (tx, photo) => writeDown(tx, db, { ...sent, photo, mostUnsent }) });
}

/** What is known before a byte is kept: the write below asks again, and decides. */
async function refusedBefore(db: Db, { mostUnsent = MOST_UNSENT }: PhotoPlace, { draftId }: { draftId: string }) {
  if ((await photosOfDraft(db.read, db.schema, draftId)).length >= MOST_PHOTOS) return "too-many";
  return (await bytesUnsent(db.read, db.schema)) >= mostUnsent ? "no-room" : undefined;
}

interface Written extends Omit<SentPhoto, "pieces"> {
  photo: KeptPhoto;
  mostUnsent: number;
}

async function writeDown(tx: Query, { schema }: Db, { draftId, device, photo, mostUnsent, now }: Written): Promise<AddPhotoAnswer> {
  const draft = await lockDraftOn(tx, schema, { id: draftId, device });
  if (!draft || (await submitted(tx, schema, draftId))) return refused("no-draft");
  const there = await photosOfDraft(tx, schema, draftId);
  if (there.length >= MOST_PHOTOS) return refused("too-many");
  if ((await bytesUnsent(tx, schema)) + photo.bytes > mostUnsent) return refused("no-room");
  const id = newId(now);
  const position = (there.at(-1)?.position ?? 0) + 1;
  await addPhotoRow(tx, schema, { id, draftId, repairId: null, appointmentId: null, ...photo, position, addedAt: now });
  return { ok: true, id };
}
