import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LARGEST_PHOTO } from "#app/domain/photo.ts";
import { addPhoto, type PhotoPlace } from "#app/services/add-photo.server.ts";
import { listPhotos } from "#app/services/list-photos.server.ts";
import { openPhotoStore, photoPaths } from "#app/services/photo-store.server.ts";
import { readPhoto } from "#app/services/read-photo.server.ts";
import { removePhoto } from "#app/services/remove-photo.server.ts";
import { startReport } from "#app/services/start-report.server.ts";
import type { Db } from "#db/client.ts";
import { projectFile } from "#db/root.ts";
import { NOW } from "#tests/support/calendar.ts";
import { aScanner, EICAR, findsEicar } from "#tests/support/clamd.ts";
import { freshFolder, onBothEngines } from "#tests/support/engines.ts";
import { aJpeg, aPng, inPieces } from "#tests/support/photos.ts";
import { reportWorld } from "#tests/support/report-world.ts";

const DEVICE = "a".repeat(64);

async function world(db: Db) {
  await reportWorld(db);
  const folder = freshFolder();
  const photos = openPhotoStore(folder, NOW);
  const draftId = await startReport(db, { device: DEVICE, language: "en", now: NOW });
  const files = () => (readdirSync(folder, { recursive: true, withFileTypes: true }) as { isFile(): boolean }[]).filter((e) => e.isFile());
  const add = (content: Uint8Array, changes: Partial<PhotoPlace & { draftId: string; device: string }> = {}) => {
    const { draftId: draft = draftId, device = DEVICE, ...place } = changes;
    const sent = { draftId: draft, device, pieces: inPieces(content), now: NOW };
    return addPhoto(db, { photos, clamavSocket: undefined, ...place }, sent);
  };
  const list = () => listPhotos(db, { draftId, device: DEVICE });
  return { folder, photos, draftId, files, add, list };
}

onBothEngines("photos of a draft", (open) => {
  test("are kept in order under names that say nothing, outside what is served, and come back as JPEG to their own device alone", async () => {
    const db = await open();
    const { folder, photos, draftId, add, list, files } = await world(db);
    await add(await aJpeg(60, 40));
    await add(await aPng(40, 60));
    const there = await list();
    expect(there.map(({ width, height, position }) => [width, height, position])).toEqual([
      [60, 40, 1],
      [40, 60, 2],
    ]);
    expect(new Set(there.map(({ file }) => file)).size).toBe(2);
    for (const { file, bytes } of there) {
      expect(file).toMatch(/^[0-9a-f]{32}$/);
      const sizes = photoPaths(file).map((path) => statSync(join(folder, path)));
      expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBe(bytes);
      expect(sizes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600]);
    }
    expect(files()).toHaveLength(4);
    expect(folder.startsWith(projectFile("public")) || folder.startsWith(projectFile("build"))).toBe(false);

    const [first] = there;
    const asked = { draftId, device: DEVICE, id: first?.id ?? "" };
    expect([...((await readPhoto(db, photos, asked)) ?? [])].slice(0, 3)).toEqual([0xff, 0xd8, 0xff]);
    expect(await readPhoto(db, photos, { ...asked, device: "b".repeat(64) })).toBeUndefined();
    expect(await readPhoto(db, photos, { ...asked, draftId: "another" })).toBeUndefined();
    await photos.remove(first?.file ?? "");
    expect(await readPhoto(db, photos, asked)).toBeUndefined();
  });

  test("are five at most: the sixth is refused, in a row or in many tabs at once, and leaves no file", async () => {
    const { add, list, files } = await world(await open());
    const photo = await aJpeg();
    for (let at = 0; at < 4; at++) expect(await add(photo)).toMatchObject({ ok: true });
    const answers = await Promise.all([add(photo), add(photo), add(photo)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: "too-many" }));
    expect(await add(photo)).toEqual({ ok: false, reason: "too-many" });
    expect((await list()).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(files()).toHaveLength(10);
  });

  test("of all drafts together stay within a cap", async () => {
    const db = await open();
    const { add, list, files } = await world(db);
    const photo = await aJpeg();
    await add(photo);
    const [{ bytes } = { bytes: 0 }] = await list();
    const other = await startReport(db, { device: DEVICE, language: "en", now: NOW });
    const mostUnsent = bytes * 2 - 1;
    expect(await add(photo, { draftId: other, mostUnsent })).toEqual({ ok: false, reason: "no-room" });
    expect(await add(photo, { draftId: other, mostUnsent: bytes })).toEqual({ ok: false, reason: "no-room" });
    expect(files()).toHaveLength(2);
    expect(await add(photo, { draftId: other, mostUnsent: bytes * 2 + 10 })).toMatchObject({ ok: true });
    expect(await list()).toHaveLength(1);
  });

  test("are refused for what is wrong with them, and nothing of them stays", async () => {
    const { add, list, files } = await world(await open());
    const photo = await aJpeg();
    expect(await add(new Uint8Array())).toEqual({ ok: false, reason: "empty" });
    expect(await add(Buffer.concat([photo, Buffer.alloc(LARGEST_PHOTO)]))).toEqual({ ok: false, reason: "too-large" });
    expect(await add(photo.subarray(0, photo.length / 2))).toEqual({ ok: false, reason: "damaged" });
    expect(await add(photo, { device: "b".repeat(64) })).toEqual({ ok: false, reason: "no-draft" });
    expect(await add(photo, { draftId: "nowhere" })).toEqual({ ok: false, reason: "no-draft" });
    const scanner = await aScanner(findsEicar);
    expect(await add(Buffer.concat([photo, EICAR]), { clamavSocket: scanner })).toEqual({ ok: false, reason: "unsafe" });
    expect(await add(photo, { clamavSocket: join(freshFolder(), "nobody.sock") })).toEqual({ ok: false, reason: "unchecked" });
    expect([await list(), files()]).toEqual([[], []]);
    expect(await add(photo, { clamavSocket: scanner })).toMatchObject({ ok: true });
  });

  test("whose row cannot be written, or whose sender goes away, leave no file", async () => {
    const db = await open();
    const { add, files, draftId, photos } = await world(db);
    const photo = await aJpeg();
    const failing: Db = { ...db, write: () => Promise.reject(new Error("The disk is full")) };
    const sent = { draftId, device: DEVICE, now: NOW };
    const place = { photos, clamavSocket: undefined };
    await expect(addPhoto(failing, place, { ...sent, pieces: inPieces(photo) })).rejects.toThrow("The disk is full");
    async function* cutOff() {
      yield photo.subarray(0, 100);
      throw new Error("The line went dead");
    }
    await expect(addPhoto(db, place, { ...sent, pieces: cutOff() })).rejects.toThrow("The line went dead");
    expect(files()).toEqual([]);
    expect(await add(photo)).toMatchObject({ ok: true });
  });

  test("are removed with their files, by their own device alone", async () => {
    const db = await open();
    const { add, list, files, photos, draftId } = await world(db);
    for (let at = 0; at < 2; at++) await add(await aJpeg());
    const [first] = await list();
    const id = first?.id ?? "";
    await removePhoto(db, photos, { draftId, device: "b".repeat(64), id });
    await removePhoto(db, photos, { draftId: "another", device: DEVICE, id });
    expect(await list()).toHaveLength(2);
    await removePhoto(db, photos, { draftId, device: DEVICE, id });
    await removePhoto(db, photos, { draftId, device: DEVICE, id });
    expect((await list()).map(({ position }) => position)).toEqual([2]);
    expect(files()).toHaveLength(2);
    await add(await aJpeg());
    expect((await list()).map(({ position }) => position)).toEqual([2, 3]);
  });
});

test("what a process left half received is cleared when the store opens a day later, and not before", () => {
  const folder = freshFolder();
  const incoming = join(folder, "incoming");
  const open = (days: number) => openPhotoStore(folder, new Date(Date.now() + days * 24 * 60 * 60 * 1000));
  open(0);
  return openPhotoStore(folder, new Date())
    .receive(inPieces(Buffer.from("half")), 10)
    .then(() => {
      open(0.9);
      expect(readdirSync(incoming)).toHaveLength(1);
      open(1.1);
      expect(readdirSync(incoming)).toEqual([]);
    });
});
