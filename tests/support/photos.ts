import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A photo as a camera makes it: no two pixels alike, so that it has weight. */
export function aPhoto(width = 64, height = 48): Sharp {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } });
}

export const aJpeg = (width?: number, height?: number) => aPhoto(width, height).jpeg().toBuffer();
export const aPng = (width?: number, height?: number) => aPhoto(width, height).png().toBuffer();

function pngChunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of a few kilobytes that opens to 400 million pixels. */
export function pngBomb(side = 20_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8); // one bit a pixel
  const pixels = deflateSync(Buffer.alloc((1 + side / 8) * side));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, pngChunk("IHDR", header), pngChunk("IDAT", pixels), pngChunk("IEND", Buffer.alloc(0))]);
}

/** A JPEG that says it has 65,000 by 65,000 pixels. */
export async function jpegBomb(): Promise<Buffer> {
  const photo = await aJpeg();
  const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
  photo.writeUInt16BE(65_000, frame + 5);
  photo.writeUInt16BE(65_000, frame + 7);
  return photo;
}

const SCRIPT = "<script>alert('photo')</script>";

/** A JPEG that is also a page with a script: in a comment, and after its end. */
export async function polyglot(): Promise<Buffer> {
  const photo = await aJpeg();
  const comment = Buffer.from(SCRIPT);
  const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([photo.subarray(0, 2), marker, comment, photo.subarray(2), comment]);
}

/** Files that are no photo, whatever they are called. */
export async function notPhotos(): Promise<Record<string, Buffer>> {
  return {
    "drawing.svg": Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${SCRIPT}<rect width="9" height="9"/></svg>`),
    "drawing.jpg": Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>`),
    "holiday.gif": await aPhoto().gif().toBuffer(),
    "gif-called.jpg": await aPhoto().gif().toBuffer(),
    "photo.webp": await aPhoto().webp().toBuffer(),
    "photo.tiff": await aPhoto().tiff().toBuffer(),
    "iphone.heic": Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), randomBytes(500)]),
    "page.html": Buffer.from(`<!DOCTYPE html><html>${SCRIPT}</html>`),
    "notes.jpg": Buffer.from("Not a photo but some words. ".repeat(20)),
    "one-byte.jpg": Buffer.from([0xff]),
    "program.png": Buffer.concat([Buffer.from("\x7fELF"), randomBytes(500)]),
    "papers.pdf": Buffer.from("%PDF-1.7\n%\xe2\xe3\n"),
  };
}

/** Bytes as they come over a line: in pieces of a size. */
export async function* inPieces(content: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

/** A body that arrives as its pieces do. */
export function bodyOf(pieces: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(body) {
      const { done, value } = await pieces.next();
      if (done) body.close();
      else body.enqueue(value);
    },
  });
}
