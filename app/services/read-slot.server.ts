import type { Db } from "#db/client.ts";
import { type SlotCase, slotCase } from "#db/queries/slot-page.ts";
import { type HappenedBy, readHistory } from "./read-history.server.ts";

/** A slot with its visit and what has happened to that; undefined where there is no such slot. */
export async function readSlot(db: Db, id: string): Promise<(SlotCase & { history: HappenedBy[] }) | undefined> {
  const found = await slotCase(db.read, db.schema, id);
  return found && { ...found, history: found.visit ? await readHistory(db.read, db, found.visit.repair.id) : [] };
}
