import { LARGEST_PHOTO, type PhotoRefusal } from "#app/domain/photo.ts";
import type { Db, Query } from "#db/client.ts";
import { isPhotoFile } from "#db/queries/photos.ts";
import { type CleanPhoto, cleanPhoto } from "./clean-photo.server.ts";
import type { PhotoStore } from "./photo-store.server.ts";
import { scanForViruses } from "./scan-for-viruses.server.ts";
import { hashOf } from "./token.server.ts";

/** Where photos are checked and kept. */
export interface PhotoDesk {
  photos: PhotoStore;
  /** ClamAV's Unix socket, where there is one. */
  clamavSocket?: string | undefined;
}

/** A photo whose files are on the disk, ready to be written down. */
export interface KeptPhoto {
  file: string;
  width: number;
  height: number;
  bytes: number;
}

export type TakenPhoto<Reason extends string> = { ok: true; id: string } | { ok: false; reason: PhotoRefusal | Reason };

interface Taking<Reason extends string> {
  /** The file as it arrives, read to its end whatever comes of it. */
  pieces: AsyncIterable<Uint8Array>;
  /** Why it is refused before a byte of it is kept. */
  early: PhotoRefusal | undefined;
  /** Writes the photo down, and decides. `fingerprint`: the same of the same photo. `again`: it is there already, under this id. */
  write(tx: Query, photo: KeptPhoto, fingerprint: string): Promise<TakenPhoto<Reason> & { again?: boolean }>;
}

/**
 * Takes one photo in: received on the disk, checked, drawn anew, kept, and only then written down. Nothing stays behind of a photo that is
 * refused, or was there already.
 */
export async function takePhoto<Reason extends string>(db: Db, desk: PhotoDesk, taking: Taking<Reason>): Promise<TakenPhoto<Reason>> {
  const { pieces, early } = taking;
  const incoming = await desk.photos.receive(pieces, early ? 0 : LARGEST_PHOTO);
  try {
    if (early) return { ok: false, reason: early };
    if (incoming.bytes === 0) return { ok: false, reason: "empty" };
    if (incoming.bytes > LARGEST_PHOTO) return { ok: false, reason: "too-large" };
    const clean = await check(incoming.path, desk.clamavSocket);
    return typeof clean === "string" ? { ok: false, reason: clean } : await keep(db, desk, { ...taking, clean });
  } finally {
    await incoming.discard();
  }
}

async function check(path: string, socket: string | undefined): Promise<CleanPhoto | PhotoRefusal> {
  const scanned = await scanForViruses(path, { socket });
  if (scanned !== "clean") return scanned === "infected" ? "unsafe" : "unchecked";
  return await cleanPhoto(path);
}

async function keep<Reason extends string>(
  db: Db,
  { photos }: PhotoDesk,
  { clean, write }: Taking<Reason> & { clean: CleanPhoto },
): Promise<TakenPhoto<Reason>> {
  const { width, height, full, small } = clean;
  const file = await photos.keep({ full, small });
  const photo = { file, width, height, bytes: full.length + small.length };
  try {
    const { again, ...answer } = await db.write((tx) => write(tx, photo, hashOf(full)));
    if (!answer.ok || again) await photos.remove(file);
    return answer;
  } catch (error) {
    // Where the answer of the database was lost, the row may stand: its files must then stay.
    const isNeeded = await isPhotoFile(db.read, db.schema, file).catch(() => true);
    if (!isNeeded) await photos.remove(file);
    throw error;
  }
}
