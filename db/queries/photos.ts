import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import { allGiven, given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

export type Photo = Schema["photos"]["$inferSelect"];

/** The photos of a draft, in the order they were added. */
export function photosOfDraft(query: Query, { photos }: Schema, draftId: string): Promise<Photo[]> {
  return run(
    query,
    "photos_of_draft",
    (q) =>
      q
        .select()
        .from(photos)
        .where(eq(photos.draftId, given(photos.draftId, "draftId")))
        .orderBy(asc(photos.position)),
    { draftId },
  );
}

/** Bytes of the photos of all drafts together. */
export async function bytesUnsent(query: Query, { photos }: Schema): Promise<number> {
  const total = sql`coalesce(sum(${photos.bytes}), 0)`.mapWith(Number);
  const rows = await run(query, "bytes_unsent", (q) => q.select({ total }).from(photos).where(isNotNull(photos.draftId)), {});
  return rows[0]?.total ?? 0;
}

/** Whether a photo names these files. */
export async function isPhotoFile(query: Query, { photos }: Schema, file: string): Promise<boolean> {
  return (await query.select({ id: photos.id }).from(photos).where(eq(photos.file, file))).length > 0;
}

/** Adds a photo. The caller has locked its draft in the same change, and its files are on the disk. */
export async function addPhotoRow(tx: Query, { photos }: Schema, values: Required<Schema["photos"]["$inferInsert"]>): Promise<void> {
  await run(tx, "add_photo", (q) => q.insert(photos).values(allGiven(photos)), values);
}

/** Takes a photo away from a draft. Returns the name of its files, undefined when the draft has no such photo. */
export async function dropPhoto(tx: Query, { photos }: Schema, values: { id: string; draftId: string }): Promise<string | undefined> {
  const rows = await run(
    tx,
    "drop_photo",
    (q) =>
      q
        .delete(photos)
        .where(and(eq(photos.id, given(photos.id, "id")), eq(photos.draftId, given(photos.draftId, "draftId"))))
        .returning({ file: photos.file }),
    values,
  );
  return rows[0]?.file;
}

/** Makes the photos of a draft those of the repair it has become. */
export async function givePhotos(tx: Query, { photos }: Schema, values: { draftId: string; repairId: string }): Promise<void> {
  await run(
    tx,
    "give_photos",
    (q) =>
      q
        .update(photos)
        .set({ repairId: given(photos.repairId, "repairId"), draftId: null })
        .where(eq(photos.draftId, given(photos.draftId, "draftId"))),
    values,
  );
}
