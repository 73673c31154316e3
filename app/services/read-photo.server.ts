import type { Db } from "#db/client.ts";
import { listPhotos } from "./list-photos.server.ts";
import type { PhotoStore } from "./photo-store.server.ts";

/** A photo of a draft of this device, small, as JPEG; undefined where it is not there or not this device's. */
export async function readPhoto(
  db: Db,
  store: PhotoStore,
  { id, ...draft }: { draftId: string; device: string; id: string },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const photo = (await listPhotos(db, draft)).find((photo) => photo.id === id);
  return photo && (await store.read(photo.file, "small"));
}
