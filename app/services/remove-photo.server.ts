import type { Db } from "#db/client.ts";
import { lockDraftOn } from "#db/queries/drafts.ts";
import { dropPhoto } from "#db/queries/photos.ts";
import type { PhotoStore } from "./photo-store.server.ts";

/** Removes a photo of a draft of this device, its files too. Removing one that is gone, or another's, changes nothing. */
export async function removePhoto(
  db: Db,
  photos: PhotoStore,
  { draftId, device, id }: { draftId: string; device: string; id: string },
): Promise<void> {
  const file = await db.write(async (tx) => {
    const draft = await lockDraftOn(tx, db.schema, { id: draftId, device });
    return draft && (await dropPhoto(tx, db.schema, { id, draftId }));
  });
  if (file) await photos.remove(file);
}
