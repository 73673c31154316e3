import type { Db } from "#db/client.ts";
import { fileOfPhoto, placeOfPhoto } from "#db/queries/repair-photos.ts";
import type { PhotoStore } from "./photo-store.server.ts";

/** A photo of a repair as JPEG, as it is shown or small; undefined where it is not there. Who may see it is for the caller to ask. */
export async function readRepairPhoto(
  db: Db,
  store: PhotoStore,
  { id, size }: { id: string; size: "full" | "small" },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const file = await fileOfPhoto(db.read, db.schema, id);
  return file === undefined ? undefined : await store.read(file, size);
}

/** The repair and the home that a photo is of; undefined where it is of none. */
export function readPlaceOfPhoto(db: Db, id: string): ReturnType<typeof placeOfPhoto> {
  return placeOfPhoto(db.read, db.schema, id);
}
