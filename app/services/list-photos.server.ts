import type { Db } from "#db/client.ts";
import { draftOn } from "#db/queries/drafts.ts";
import { type Photo, photosOfDraft } from "#db/queries/photos.ts";

/** The photos of a draft of this device (SHA-256 of its id), in order; none where the draft is not this device's or has been sent. */
export async function listPhotos(db: Db, { draftId, device }: { draftId: string; device: string }): Promise<Photo[]> {
  const draft = await draftOn(db.read, db.schema, { id: draftId, device });
  return draft ? await photosOfDraft(db.read, db.schema, draftId) : [];
}
