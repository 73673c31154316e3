import { fileTypeFromFile } from "file-type";
import sharp, { type Sharp } from "sharp";
import { MOST_PIXELS, type PhotoRefusal } from "#app/domain/photo.ts";
import { oneByOne } from "./one-by-one.server.ts";

export interface CleanPhoto {
  full: Uint8Array;
  small: Uint8Array;
  /** Of the full one, in pixels. */
  width: number;
  height: number;
}

const TAKEN: Readonly<Record<string, "jpeg" | "png">> = { "image/jpeg": "jpeg", "image/png": "png" };
const FULL = 1600;
const SMALL = 320;

// Only what we take can be opened at all, whatever a file says it is. One thread a photo, no memory kept from one to the next.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng"] });
sharp.concurrency(1);
sharp.cache(false);

/** An opened photo takes up to some hundred megabytes: two at a time, the others wait on the disk. */
const gate = oneByOne(2);

/**
 * Draws a photo anew, upright, as a JPEG of at most 1600 pixels a side, and once more small: nothing of the file itself is kept, so its
 * EXIF, its place and whatever was hidden in it are gone. What the file is, is told from its content, never from its name.
 */
export async function cleanPhoto(file: string): Promise<CleanPhoto | PhotoRefusal> {
  const format = TAKEN[(await fileTypeFromFile(file))?.mime ?? ""];
  if (!format) return "not-a-photo";
  return await gate(() => redraw(file, format));
}

async function redraw(file: string, format: "jpeg" | "png"): Promise<CleanPhoto | PhotoRefusal> {
  try {
    const { width, height, format: found } = await sharp(file, { limitInputPixels: false }).metadata();
    if (found !== format) return "not-a-photo";
    if (width * height > MOST_PIXELS) return "too-many-pixels";
    const options = { failOn: "error", limitInputPixels: MOST_PIXELS, sequentialRead: true } as const;
    const upright = sharp(file, options).autoOrient().flatten({ background: "white" });
    const full = await within(upright, FULL).jpeg({ quality: 80, mozjpeg: true }).toBuffer({ resolveWithObject: true });
    const small = await within(sharp(full.data), SMALL).jpeg({ quality: 70, mozjpeg: true }).toBuffer();
    return { full: full.data, small, width: full.info.width, height: full.info.height };
  } catch {
    return "damaged";
  }
}

const within = (image: Sharp, side: number) => image.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
