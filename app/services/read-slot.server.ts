import { compareText } from "#app/domain/ordering.ts";
import type { Db } from "#db/client.ts";
import { type ChangeBy, changesOfSlot } from "#db/queries/changes.ts";
import { eventsOf, type Happened, lastEventOf, type SlotCase, slotCase } from "#db/queries/slot-page.ts";
import { listStaff } from "#db/queries/staff.ts";

/** Something that happened, and the name of the member of staff who did it, where one did; of a change of slots, its reason too. */
export type HappenedBy = Pick<Happened, "at" | "what" | "who"> & {
  staffName: string | undefined;
  reason: string | null;
  isChange: boolean;
};

/** A slot with its visit and what has happened to both, the first first; undefined where there is no such slot. */
export async function readSlot(db: Db, id: string): Promise<(SlotCase & { history: HappenedBy[] }) | undefined> {
  const found = await slotCase(db.read, db.schema, id);
  if (!found) return undefined;
  const changes = await changesOfSlot(db.read, db.schema, id);
  const events = found.visit ? await eventsOf(db.read, db.schema, found.visit.repair.id) : [];
  const others = events.filter(({ changeId }) => !changes.some((change) => change.id === changeId));
  const history = [...changes.map(ofChange), ...(await withNames(db, others))];
  return { ...found, history: history.sort((a, b) => compareText(a.at.toISOString(), b.at.toISOString())) };
}

const ofChange = ({ at, what, who, staffName, reason }: ChangeBy): HappenedBy => ({ at, what, who, staffName, reason, isChange: true });

async function withNames(db: Db, events: readonly Happened[]): Promise<HappenedBy[]> {
  const names = new Map(events.length > 0 ? (await listStaff(db.read, db.schema)).map(({ id, name }) => [id, name]) : []);
  return events.map(({ at, what, who }) => ({ at, what, who, staffName: names.get(who), reason: null, isChange: false }));
}

/** What happened last to a visit that was in a slot; undefined where there is no such appointment. */
export async function readLastOf(db: Db, appointmentId: string): Promise<HappenedBy | undefined> {
  const [last] = await withNames(db, await lastEventOf(db.read, db.schema, appointmentId));
  return last;
}
