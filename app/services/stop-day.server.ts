import type { LocalDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { closeDay } from "#db/queries/slots.ts";

/** Stopping an operative's day, and who asks for it. */
interface Stop {
  operativeId: string;
  date: LocalDate;
  /** system, or a staff id. */
  who: string;
  channel: string;
  now: Date;
}

/**
 * Closes every slot of an operative on a date. Holds of drafts on them end; appointments keep theirs and need moving. Answers with the ids
 * of those appointments, each once: every booking acknowledged before the stop is among them, and none is made after it.
 */
export function stopDay(db: Db, { operativeId, date, who, channel, now }: Stop): Promise<string[]> {
  return db.write(async (tx) => {
    await lockDays(tx, db.schema, [date]);
    const stranded = await closeDay(tx, db.schema, { operativeId, date });
    const changeId = newId(now);
    const event = { at: now, who, channel, what: "day stopped", changeId, before: null, after: { operativeId, date } };
    if (stranded.length === 0) await addEvent(tx, db.schema, { ...event, id: changeId, repairId: null, appointmentId: null });
    for (const { appointmentId, repairId } of stranded)
      await addEvent(tx, db.schema, { ...event, id: newId(now), repairId, appointmentId });
    return stranded.map(({ appointmentId }) => appointmentId);
  });
}
