import type { Acting } from "#app/domain/acting.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { noteChase } from "#db/queries/call-ends.ts";
import { lockBeside } from "#db/queries/repair-lock.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { eventsOf } from "#db/queries/slot-page.ts";
import { runningIn } from "./running-call.server.ts";

interface Chasing {
  repairId: string;
  by: Acting;
  /** What the form was given when it was shown: sent twice, it is counted once. */
  submission: string;
  now: Date;
}

const CHASED = "chased";

/** Counts that somebody asked how a repair stands; the call that the agent is on is about that. False where there is no such repair. */
export function countChase(db: Db, { repairId, by, submission, now }: Chasing): Promise<boolean> {
  const { schema } = db;
  return db.write(async (tx) => {
    if (!(await lockBeside(tx, schema, repairId))) return false;
    const changeId = `chase-${submission}`.slice(0, 100);
    const isCounted = (await eventsOf(tx, schema, repairId)).some((event) => event.what === CHASED && event.changeId === changeId);
    if (isCounted) return true;
    const event = { id: newId(now), at: now, ...by, what: CHASED, changeId, repairId, appointmentId: null };
    await addEvent(tx, schema, { ...event, before: null, after: null });
    const running = await runningIn(tx, db, { staffId: by.who, now });
    if (running) await noteChase(tx, schema, { id: running.call.id, repairId });
    return true;
  });
}
