import { MOST_PHOTOS } from "#app/domain/photo.ts";
import type { Db } from "#db/client.ts";
import { photosOfRepairs } from "#db/queries/repair-photos.ts";
import { lockRepair } from "#db/queries/visits.ts";
import { addRepairPhoto, type RepairPhoto } from "./add-repair-photo.server.ts";
import type { PhotoDesk, TakenPhoto } from "./take-photo.server.ts";

/** What a report takes, and as many again afterwards. */
export const MOST_OWN = 2 * MOST_PHOTOS;

/** Adds one photo to a repair that was reported, for whoever comes. The same photo sent again is there once. */
export function addOwnPhoto(db: Db, desk: PhotoDesk, own: Pick<RepairPhoto, "repairId" | "pieces" | "now">): Promise<TakenPhoto<never>> {
  return addRepairPhoto(db, desk, {
    ...own,
    appointmentId: null,
    most: MOST_OWN,
    lock: async (tx) => {
      await lockRepair(tx, db.schema, own.repairId);
      return (await photosOfRepairs(tx, db.schema, [own.repairId])).filter(({ appointmentId }) => appointmentId === null);
    },
    trace: { who: "tenant", channel: "online", what: "photo added by tenant" },
  });
}
