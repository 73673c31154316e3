import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncToDisk } from "#db/sync-to-disk.ts";

/** Each photo is kept as it is shown, and small for lists. */
type PhotoSize = "full" | "small";

/** A file on its way in: where it waits, and how large it is (at most the limit and one byte: the rest is not kept). */
interface Incoming {
  path: string;
  bytes: number;
  discard: () => Promise<void>;
}

/** Files of photos in one folder, under random names that say nothing. A file never changes. */
export interface PhotoStore {
  /** Takes in what is sent, a piece at a time, straight to the disk. Reads to the end, but keeps no more than `most` bytes and one. */
  receive(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Incoming>;
  /** Keeps a photo, on the disk for good when it returns the photo's name. */
  keep(sizes: Record<PhotoSize, Uint8Array>): Promise<string>;
  /** A photo as JPEG, undefined when it is not there. */
  read(name: string, size: PhotoSize): Promise<Uint8Array<ArrayBuffer> | undefined>;
  remove(name: string): Promise<void>;
}

const SIZES: readonly PhotoSize[] = ["full", "small"];
const INCOMING = "incoming";
const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = /^[0-9a-f]{32}$/;

/** The path of a photo's file within the store: two levels of folders, so that none gets too full. Throws on what is no name of ours. */
function photoPath(name: string, size: PhotoSize): string {
  if (!NAME.test(name)) throw new Error("Not the name of a photo");
  return join(name.slice(0, 2), name.slice(2, 4), `${name}${size === "small" ? "-small" : ""}.jpg`);
}

/** Every file of a photo, within the store. */
export const photoPaths = (name: string): string[] => SIZES.map((size) => photoPath(name, size));

/** Opens the store in a folder, which is made where it is missing. What a process that ended left half received goes after a day (`now`: real time). */
export function openPhotoStore(folder: string, now: Date): PhotoStore {
  const incoming = join(folder, INCOMING);
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  clearLeftBehind(incoming, now.getTime() - DAY_MS);
  return {
    receive: (pieces, most) => receive(join(incoming, randomBytes(16).toString("hex")), pieces, most),
    async keep(sizes) {
      const name = randomBytes(16).toString("hex");
      await mkdir(join(folder, photoPath(name, "full"), ".."), { recursive: true, mode: 0o700 });
      for (const size of SIZES) await writeForGood(join(folder, photoPath(name, size)), sizes[size]);
      for (const above of ["..", "../..", "../../.."]) syncToDisk(join(folder, photoPath(name, "full"), above));
      return name;
    },
    read: (name, size) => readExisting(join(folder, photoPath(name, size))),
    async remove(name) {
      for (const path of photoPaths(name)) await rm(join(folder, path), { force: true });
    },
  };
}

function clearLeftBehind(incoming: string, before: number) {
  for (const name of readdirSync(incoming)) {
    const path = join(incoming, name);
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (touched !== undefined && touched < before) rmSync(path, { force: true });
  }
}

async function receive(path: string, pieces: AsyncIterable<Uint8Array>, most: number): Promise<Incoming> {
  const discard = () => rm(path, { force: true });
  const file = await open(path, "wx", 0o600);
  try {
    return { path, bytes: await fill(file, pieces, most), discard };
  } catch (error) {
    await discard();
    throw error;
  } finally {
    await file.close();
  }
}

async function fill(file: FileHandle, pieces: AsyncIterable<Uint8Array>, most: number): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) {
    const kept = piece.subarray(0, Math.max(0, most + 1 - bytes));
    if (kept.length > 0) await file.writeFile(kept);
    bytes += kept.length;
  }
  return bytes;
}

async function writeForGood(path: string, content: Uint8Array) {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readExisting(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
