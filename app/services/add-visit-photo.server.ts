import { MOST_PHOTOS } from "#app/domain/photo.ts";
import type { Db } from "#db/client.ts";
import { lockVisit, visitPhotos } from "#db/queries/visit-photos.ts";
import { addRepairPhoto, type RepairPhoto } from "./add-repair-photo.server.ts";
import type { PhotoDesk, TakenPhoto } from "./take-photo.server.ts";

interface VisitPhoto extends Pick<RepairPhoto, "repairId" | "pieces" | "now"> {
  appointmentId: string;
  /** An operative's id, as the trace has it. */
  who: string;
}

/** Adds one photo of a visit to its repair, at most five a visit, however many are sent at once. The same photo sent again is there once. */
export function addPhotoOfVisit(db: Db, desk: PhotoDesk, { who, ...visit }: VisitPhoto): Promise<TakenPhoto<never>> {
  return addRepairPhoto(db, desk, {
    ...visit,
    most: MOST_PHOTOS,
    lock: async (tx) => {
      await lockVisit(tx, db.schema, visit.appointmentId);
      return visitPhotos(tx, db.schema, visit.appointmentId);
    },
    trace: { who, channel: "visit", what: "photo added" },
  });
}

/** How many photos were added at a visit. */
export async function countPhotosOfVisit(db: Db, appointmentId: string): Promise<number> {
  return (await visitPhotos(db.read, db.schema, appointmentId)).length;
}
