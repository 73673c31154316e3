import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** A photo of a repair: what the tenant sent, or what was taken at a visit. */
export interface RepairPhoto {
  id: string;
  repairId: string | null;
  /** The visit at which it was taken; null for what the tenant sent. */
  appointmentId: string | null;
}

/** The photos of repairs that are not forgotten, in the order in which they were added. One statement, however many repairs. */
export async function photosOfRepairs(query: Query, { photos, repairs }: Schema, repairIds: readonly string[]): Promise<RepairPhoto[]> {
  if (repairIds.length === 0) return [];
  const { id, repairId, appointmentId, addedAt } = photos;
  return await query
    .select({ id, repairId, appointmentId })
    .from(photos)
    .innerJoin(repairs, eq(repairs.id, repairId))
    .where(and(inArray(repairId, [...repairIds]), isNull(repairs.forgottenAt)))
    .orderBy(asc(addedAt), asc(id));
}

/** The name of the files of a repair's photo; undefined where there is none. A draft's is not a repair's yet, a forgotten repair's is none any more. */
export async function fileOfPhoto(query: Query, { photos, repairs }: Schema, id: string): Promise<string | undefined> {
  const [photo] = await query
    .select({ file: photos.file })
    .from(photos)
    .innerJoin(repairs, eq(repairs.id, photos.repairId))
    .where(and(eq(photos.id, id), isNull(repairs.forgottenAt)));
  return photo?.file;
}

/** The repair of a photo, with its home and who may open that; undefined where it is of none. */
export async function placeOfPhoto(
  query: Query,
  { photos, repairs, homes }: Schema,
  id: string,
): Promise<{ repairId: string; home: { uprn: string; restrictedTo: string | null } } | undefined> {
  const [place] = await query
    .select({ repairId: repairs.id, home: { uprn: homes.uprn, restrictedTo: homes.restrictedTo } })
    .from(photos)
    .innerJoin(repairs, eq(repairs.id, photos.repairId))
    .innerJoin(homes, eq(homes.uprn, repairs.uprn))
    .where(eq(photos.id, id));
  return place;
}
