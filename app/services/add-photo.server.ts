import { LARGEST_PHOTO, MOST_PHOTOS, MOST_UNSENT, type PhotoRefusal } from "#app/domain/photo.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockDraftOn } from "#db/queries/drafts.ts";
import { addPhotoRow, bytesUnsent, isPhotoFile, photosOfDraft } from "#db/queries/photos.ts";
import { submitted } from "#db/queries/repairs.ts";
import { type CleanPhoto, cleanPhoto } from "./clean-photo.server.ts";
import type { PhotoStore } from "./photo-store.server.ts";
import { scanForViruses } from "./scan-for-viruses.server.ts";

export interface SentPhoto {
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  /** The file as it arrives, read to its end whatever comes of it. */
  pieces: AsyncIterable<Uint8Array>;
  now: Date;
}

export interface PhotoPlace {
  photos: PhotoStore;
  /** ClamAV's Unix socket, where there is one. */
  clamavSocket: string | undefined;
  /** Bytes that all reports not yet sent may take together. */
  mostUnsent?: number;
}

export type AddPhotoAnswer = { ok: true; id: string } | { ok: false; reason: PhotoRefusal | "no-draft" };

const refused = (reason: PhotoRefusal | "no-draft"): AddPhotoAnswer => ({ ok: false, reason });

/**
 * Adds one photo to a draft of this device: received on the disk, checked, drawn anew, kept, and only then written down. At most five,
 * however many tabs send at once. Nothing stays behind of a photo that is refused.
 */
export async function addPhoto(db: Db, place: PhotoPlace, { pieces, ...sent }: SentPhoto): Promise<AddPhotoAnswer> {
  const early = await refusedBefore(db, place, sent);
  const incoming = await place.photos.receive(pieces, early ? 0 : LARGEST_PHOTO);
  try {
    if (early) return refused(early);
    if (incoming.bytes === 0) return refused("empty");
    if (incoming.bytes > LARGEST_PHOTO) return refused("too-large");
    const clean = await check(incoming.path, place.clamavSocket);
    return typeof clean === "string" ? refused(clean) : await keep(db, place, { ...sent, clean });
  } finally {
    await incoming.discard();
  }
}

/** What is known before a byte is kept: the write below asks again, and decides. */
async function refusedBefore(db: Db, { mostUnsent = MOST_UNSENT }: PhotoPlace, { draftId }: { draftId: string }) {
  if ((await photosOfDraft(db.read, db.schema, draftId)).length >= MOST_PHOTOS) return "too-many";
  return (await bytesUnsent(db.read, db.schema)) >= mostUnsent ? "no-room" : undefined;
}

async function check(path: string, socket: string | undefined): Promise<CleanPhoto | PhotoRefusal> {
  const scanned = await scanForViruses(path, { socket });
  if (scanned !== "clean") return scanned === "infected" ? "unsafe" : "unchecked";
  return await cleanPhoto(path);
}

interface Kept extends Omit<SentPhoto, "pieces"> {
  clean: CleanPhoto;
}

async function keep(db: Db, { photos, mostUnsent = MOST_UNSENT }: PhotoPlace, { clean, ...sent }: Kept): Promise<AddPhotoAnswer> {
  const { width, height, full, small } = clean;
  const file = await photos.keep({ full, small });
  const photo = { file, width, height, bytes: full.length + small.length };
  try {
    const answer = await db.write((tx) => writeDown(tx, db, { ...sent, photo, mostUnsent }));
    if (!answer.ok) await photos.remove(file);
    return answer;
  } catch (error) {
    // Where the answer of the database was lost, the row may stand: its files must then stay.
    const isNeeded = await isPhotoFile(db.read, db.schema, file).catch(() => true);
    if (!isNeeded) await photos.remove(file);
    throw error;
  }
}

interface Written extends Omit<SentPhoto, "pieces"> {
  photo: { file: string; width: number; height: number; bytes: number };
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
