import type { Db } from "#db/client.ts";
import { eventsOf, type Happened, type SlotCase, slotCase } from "#db/queries/slot-page.ts";
import { listStaff } from "#db/queries/staff.ts";

/** Something that happened, and the name of the member of staff who did it, where one did. */
export type HappenedBy = Happened & { staffName: string | undefined };

/** A slot with its visit and what has happened to that; undefined where there is no such slot. */
export async function readSlot(db: Db, id: string): Promise<(SlotCase & { history: HappenedBy[] }) | undefined> {
  const found = await slotCase(db.read, db.schema, id);
  if (!found) return undefined;
  const events = found.visit ? await eventsOf(db.read, db.schema, found.visit.repair.id) : [];
  const names = new Map(events.length > 0 ? (await listStaff(db.read, db.schema)).map(({ id, name }) => [id, name]) : []);
  return { ...found, history: events.map((event) => ({ ...event, staffName: names.get(event.who) })) };
}
