import { compareText } from "#app/domain/ordering.ts";
import type { Db } from "#db/client.ts";
import { type ChangeBy, changesOfSlot } from "#db/queries/changes.ts";
import { repairOfAppointment, type SlotCase, slotCase } from "#db/queries/slot-page.ts";
import { type HappenedBy, readHistory } from "./read-history.server.ts";

/** What happened to a slot, or to the visit in it; a change of slots has its kind as what it was, and its reason. */
export type SlotHappened = Omit<HappenedBy, "id" | "repairId" | "appointmentId" | "uprn"> & { reason: string | null; isChange: boolean };

/** A slot with its visit and what has happened to both, the first first; undefined where there is no such slot. */
export async function readSlot(db: Db, id: string): Promise<(SlotCase & { history: SlotHappened[] }) | undefined> {
  const found = await slotCase(db.read, db.schema, id);
  if (!found) return undefined;
  const changes = await changesOfSlot(db.read, db.schema, id);
  const events = found.visit ? await readHistory(db.read, db, found.visit.repair.id) : [];
  const others = events.filter(({ changeId }) => !changes.some((change) => change.id === changeId));
  const history = [...changes.map(ofChange), ...others.map(ofEvent)];
  return { ...found, history: history.sort((a, b) => compareText(a.at.toISOString(), b.at.toISOString())) };
}

function ofChange({ id: changeId, at, what, who, staffName, reason }: ChangeBy): SlotHappened {
  return { changeId, at, what, who, staffName, reason, isChange: true, channel: "office", before: null, after: null };
}

const ofEvent = (event: HappenedBy): SlotHappened => ({ ...event, reason: null, isChange: false });

/** What happened last to a visit that was in a slot; undefined where there is no such appointment. */
export async function readLastOf(db: Db, appointmentId: string): Promise<SlotHappened | undefined> {
  const repairId = await repairOfAppointment(db.read, db.schema, appointmentId);
  const last = repairId === undefined ? undefined : (await readHistory(db.read, db, repairId)).at(-1);
  return last && ofEvent(last);
}
