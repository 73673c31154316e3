import { asc, eq, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Photo } from "./photos.ts";

/** The photos added at a visit, in their order. */
export async function visitPhotos(query: Query, { photos }: Schema, appointmentId: string): Promise<Photo[]> {
  return await query.select().from(photos).where(eq(photos.appointmentId, appointmentId)).orderBy(asc(photos.addedAt), asc(photos.id));
}

/** Locks an appointment, over or not, until the transaction ends: its photos are counted and added one after another. */
export async function lockVisit(tx: Query, { appointments }: Schema, appointmentId: string): Promise<void> {
  await tx
    .update(appointments)
    .set({ version: sql`${appointments.version}` })
    .where(eq(appointments.id, appointmentId));
}

/** Adds a photo of a visit, whose files are on the disk. The visit is locked by the caller. */
export async function addVisitPhoto(tx: Query, { photos }: Schema, photo: Omit<Photo, "draftId">): Promise<void> {
  await tx.insert(photos).values({ ...photo, draftId: null });
}
