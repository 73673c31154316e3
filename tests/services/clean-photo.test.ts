import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type CleanPhoto, cleanPhoto } from "#app/services/clean-photo.server.ts";
import { freshFolder } from "#tests/support/engines.ts";
import { aJpeg, aPhoto, aPng, jpegBomb, notPhotos, pngBomb, polyglot } from "#tests/support/photos.ts";

function clean(content: Uint8Array, name = "sent"): ReturnType<typeof cleanPhoto> {
  const file = join(freshFolder(), name);
  writeFileSync(file, content);
  return cleanPhoto(file);
}

async function taken(content: Uint8Array): Promise<CleanPhoto> {
  const photo = await clean(content);
  if (typeof photo === "string") throw new Error(`Refused: ${photo}`);
  return photo;
}

const holds = (photo: Uint8Array, words: string) => Buffer.from(photo).includes(words);

describe("a photo that is taken", () => {
  test("keeps nothing of what the camera wrote: no place, no owner, no profile", async () => {
    const sent = await aPhoto(400, 300)
      .jpeg()
      .withExif({
        IFD0: { Artist: "Ann Tenant", Copyright: "Secretly hers" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 14/1 5/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 32/1 20/1" },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>Mill Lane</place></x:xmpmeta>')
      .withIccProfile("p3")
      .toBuffer();
    const before = await sharp(sent).metadata();
    expect([before.exif, before.xmp, before.icc].every((part) => part !== undefined)).toBe(true);
    expect(holds(sent, "Ann Tenant") && holds(sent, "Mill Lane")).toBe(true);

    const { full, small } = await taken(sent);
    for (const photo of [full, small]) {
      const { exif, xmp, icc, iptc, comments, orientation } = await sharp(photo).metadata();
      expect({ exif, xmp, icc, iptc, comments, orientation }).toEqual({});
      expect(["Exif", "Ann Tenant", "Secretly", "Mill Lane", "xmpmeta"].filter((words) => holds(photo, words))).toEqual([]);
    }
  });

  test.each([
    [1, "red", [40, 20]],
    [3, "blue", [40, 20]],
    [6, "red", [20, 40]],
    [8, "blue", [20, 40]],
  ])("held any way up (EXIF %d) is upright: its first corner is %s", async (orientation, colour, [width, height]) => {
    const half = (background: string) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer();
    const left = await half("red");
    const sent = await sharp({ create: { width: 40, height: 20, channels: 3, background: "blue" } })
      .composite([{ input: left, left: 0, top: 0 }])
      .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
      .withMetadata({ orientation })
      .toBuffer();
    const { full, ...size } = await taken(sent);
    expect(size).toMatchObject({ width, height });
    const [red = 0, , blue = 0] = await sharp(full).extract({ left: 2, top: 2, width: 1, height: 1 }).raw().toBuffer();
    expect(red > blue ? "red" : "blue").toBe(colour);
  });

  test("is at most 1600 pixels a side, and small at most 320; a smaller one is not blown up", async () => {
    const { full, small, ...size } = await taken(await aJpeg(2400, 1200));
    expect(size).toEqual({ width: 1600, height: 800 });
    expect(await sharp(full).metadata()).toMatchObject({ format: "jpeg", width: 1600, height: 800 });
    expect(await sharp(small).metadata()).toMatchObject({ format: "jpeg", width: 320, height: 160 });
    expect(await taken(await aPng(64, 48))).toMatchObject({ width: 64, height: 48 });
  });

  test("that is see-through stands on white", async () => {
    const sent = await sharp({ create: { width: 9, height: 9, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    const { full } = await taken(sent);
    expect([...(await sharp(full).raw().toBuffer())].every((value) => value > 250)).toBe(true);
  });

  test("that is a page with a script too, is only a photo afterwards", async () => {
    const sent = await polyglot();
    expect(holds(sent, "<script>")).toBe(true);
    const { full, small } = await taken(sent);
    expect([holds(full, "script"), holds(small, "script")]).toEqual([false, false]);
  });

  test("many at once all come through", async () => {
    const sent = await aJpeg(400, 300);
    const photos = await Promise.all(Array.from({ length: 9 }, () => taken(sent)));
    expect(photos.map(({ width }) => width)).toEqual(Array(9).fill(400));
  });
});

describe("what is refused", () => {
  test("anything that is not a JPG or PNG inside, whatever it is called", async () => {
    const answers: Record<string, unknown> = {};
    for (const [name, content] of Object.entries(await notPhotos())) answers[name] = await clean(content, name);
    expect(Object.keys(answers).length).toBeGreaterThan(10);
    expect(new Set(Object.values(answers))).toEqual(new Set(["not-a-photo"]));
  });

  test("a small file that opens to more pixels than memory has room for", async () => {
    const png = pngBomb();
    expect(png.length).toBeLessThan(100_000);
    expect(await clean(png)).toBe("too-many-pixels");
    expect(await clean(await jpegBomb())).toBe("too-many-pixels");
  });

  test.each([0.02, 0.3, 0.7, 0.99])("a photo of which only %d arrived", async (share) => {
    for (const photo of [await aJpeg(300, 200), await aPng(300, 200)])
      expect(await clean(photo.subarray(0, Math.floor(photo.length * share)))).toBe("damaged");
  });

  test("a PNG whose middle was changed on the way", async () => {
    const photo = await aPng(300, 200);
    photo.fill(0, 50_000, 50_200);
    expect(await clean(photo)).toBe("damaged");
  });
});
