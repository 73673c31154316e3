import { asc, eq } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Photo } from "./photos.ts";

/** The photos added at a visit, in their order. */
export async function visitPhotos(query: Query, { photos }: Schema, appointmentId: string): Promise<Photo[]> {
  return await query.select().from(photos).where(eq(photos.appointmentId, appointmentId)).orderBy(asc(photos.addedAt), asc(photos.id));
}

/** Adds a photo of a visit, whose files are on the disk. False where one with its id is there already. */
export async function addVisitPhoto(tx: Query, { photos }: Schema, photo: Omit<Photo, "draftId">): Promise<boolean> {
  const added = await tx
    .insert(photos)
    .values({ ...photo, draftId: null })
    .onConflictDoNothing()
    .returning({ id: photos.id });
  return added.length > 0;
}
