import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { addVisitPhoto } from "#db/queries/visit-photos.ts";
import { type PhotoDesk, type TakenPhoto, takePhoto } from "./take-photo.server.ts";
import { hashOf } from "./token.server.ts";

/** One more photo of a repair that stands, and whose photos it is counted with. */
export interface RepairPhoto {
  repairId: string;
  /** The visit it was taken at; null where whoever reported the repair adds it. */
  appointmentId: string | null;
  /** The file as it arrives, read to its end whatever comes of it. */
  pieces: AsyncIterable<Uint8Array>;
  /** How many there may be. */
  most: number;
  /** Locks what they belong to, and gives the photos that are there. */
  lock: (tx: Query) => Promise<{ id: string }[]>;
  /** Who adds it and how, as the trace has it. */
  trace: { who: string; channel: string; what: string };
  now: Date;
}

/** Adds one photo to a repair, however many are sent at once. The same photo sent again is there once: a weak connection repeats itself. */
export function addRepairPhoto(
  db: Db,
  desk: PhotoDesk,
  { pieces, most, lock, trace, now, ...of }: RepairPhoto,
): Promise<TakenPhoto<never>> {
  const { schema } = db;
  return takePhoto<never>(db, desk, {
    pieces,
    early: undefined,
    write: async (tx, photo, fingerprint) => {
      const id = hashOf(`${of.appointmentId ?? of.repairId} ${fingerprint}`).slice(0, 32);
      const there = await lock(tx);
      if (there.some((each) => each.id === id)) return { ok: true, id, again: true };
      if (there.length >= most) return { ok: false, reason: "too-many" };
      const position = there.length + 1;
      await addVisitPhoto(tx, schema, { id, ...of, ...photo, position, addedAt: now });
      const changeId = newId(now);
      await addEvent(tx, schema, { id: changeId, at: now, changeId, ...trace, ...of, before: null, after: { photo: position } });
      return { ok: true, id };
    },
  });
}
