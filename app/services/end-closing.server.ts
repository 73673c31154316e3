import { localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { datesIn, endClosing, reopenChange, withdrawScope } from "#db/queries/closings.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { readClosings } from "./read-closings.server.ts";

interface Ending {
  what: "absences" | "closures";
  id: string;
  /** A staff id. */
  who: string;
  now: Date;
}

/**
 * Ends an absence or a closure from today on: the slots that it withdrew, and nobody has changed since, open again, but for those that another
 * one covers too. Visits that were given to others stay with them. False where there is none, or it had ended.
 */
export function endClosingNow(db: Db, { what, id, who, now }: Ending): Promise<boolean> {
  return db.write(async (tx) => {
    const ended = await endClosing(tx, db.schema, { what, id, now });
    if (!ended) return false;
    const { changeId } = ended;
    const from = localDate(now);
    const span = { ...ended, starts: null, ends: null, window: null };
    await lockDays(tx, db.schema, [from, ...(await datesIn(tx, db.schema, span))]);
    await reopenChange(tx, db.schema, { changeId, from });
    for (const { operativeIds, reason, changeId: other, ...rest } of await readClosings(tx, db, from)) {
      const scope = { ...rest, operativeIds: [...operativeIds], fromDate: rest.fromDate < from ? from : rest.fromDate };
      await withdrawScope(tx, db.schema, { scope, reason, changeId: other });
    }
    const event = { id: newId(now), at: now, who, channel: "office", what: `${what === "absences" ? "absence" : "closure"} ended` };
    await addEvent(tx, db.schema, { ...event, changeId, repairId: null, appointmentId: null, before: null, after: null });
    return true;
  });
}
