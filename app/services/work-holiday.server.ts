import { addDays, type LocalDate, localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addWorkedHoliday } from "#db/queries/closings.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { findBankHolidays } from "#db/queries/rules.ts";
import { generateSlots } from "./generate-slots.server.ts";

interface Holiday {
  date: LocalDate;
  nation: string;
  /** A staff id. */
  who: string;
  now: Date;
}

/**
 * Works a bank holiday by choice: the working patterns give slots on it from now on. It ends as any day is closed, by a closure, which shows
 * first whom it concerns. False where the date is no bank holiday of the nation, or is over.
 */
export async function workHoliday(db: Db, { date, nation, who, now }: Holiday): Promise<boolean> {
  if (date < localDate(now) || !(await findBankHolidays(db, nation)).has(date)) return false;
  await db.write(async (tx) => {
    const changeId = newId(now);
    if (!(await addWorkedHoliday(tx, db.schema, { date, changeId }))) return;
    const event = { id: changeId, at: now, who, channel: "office", what: "bank holiday worked", changeId, before: null, after: { date } };
    await addEvent(tx, db.schema, { ...event, repairId: null, appointmentId: null });
  });
  await generateSlots(db, { nation, from: date, to: addDays(date, 1), now });
  return true;
}
