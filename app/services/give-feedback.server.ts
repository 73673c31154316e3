import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { eventsOf } from "#db/queries/slot-page.ts";
import { lockRepair } from "#db/queries/visits.ts";

interface Feedback {
  repairId: string;
  appointmentId: string;
  /** Codes: whether we came when we said (yes, no), and whether it is put right (yes, partly, no). */
  came: string;
  fixed: string;
  now: Date;
}

/** What the trace calls it. It is said of one visit, to whoever arranges repairs, and counts in no survey. */
export const FEEDBACK = "feedback given";

/** Keeps how a visit went, as its tenant says; said again, the first stands. */
export function giveFeedback(db: Db, { repairId, appointmentId, came, fixed, now }: Feedback): Promise<void> {
  const { schema } = db;
  return db.write(async (tx) => {
    await lockRepair(tx, schema, repairId);
    const events = await eventsOf(tx, schema, repairId);
    if (events.some((event) => event.what === FEEDBACK && event.appointmentId === appointmentId)) return;
    const id = newId(now);
    const event = { id, at: now, who: "tenant", channel: "online", what: FEEDBACK, changeId: id, repairId, appointmentId };
    await addEvent(tx, schema, { ...event, before: null, after: { came, fixed } });
  });
}
