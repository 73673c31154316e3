import type { ClosingInForce } from "#app/domain/closing.ts";
import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import { datesFrom, slotsOn } from "#app/domain/slot-generation.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { workedHolidaysFrom } from "#db/queries/closings.ts";
import { lockDays } from "#db/queries/days.ts";
import { addDates, addSlots, findActiveOperatives, findPatterns, slotKey, slotKeys } from "#db/queries/generate-slots.ts";
import { findBankHolidays, findWindows } from "#db/queries/rules.ts";
import { readClosings } from "./read-closings.server.ts";

/** Small enough that a write of twelve weeks stays far under half a second. */
const OPERATIVES_A_WRITE = 5;

/**
 * Makes the slots that the working patterns give on the local dates from `from` (included) to `to` (left out), and the dates
 * themselves, with the window times in force on each. Running it again, or in two processes at once, adds nothing twice; slots
 * that are there stay as they are, taken or not. It writes in short turns, so booking goes on meanwhile.
 */
export async function generateSlots(db: Db, range: { nation: string; from: LocalDate; to: LocalDate; now: Date }): Promise<void> {
  const { nation, from, to, now } = range;
  const dates = datesFrom(from, to);
  const bankHolidays = await holidaysOff(db, { nation, from });
  const windowsOn = await findWindows(db, from, to);
  const operativeIds = await findActiveOperatives(db);
  await db.write((tx) => addDates(tx, db.schema, dates));
  for (let at = 0; at < operativeIds.length; at += OPERATIVES_A_WRITE) {
    const batch = operativeIds.slice(at, at + OPERATIVES_A_WRITE);
    await db.write(async (tx) => {
      const patterns = await findPatterns(tx, db.schema, { operativeIds: batch, from, to });
      const plan = (closings?: readonly ClosingInForce[]) =>
        dates.flatMap((date) => slotsOn(date, { patterns, windows: windowsOn(date), bankHolidays, ...(closings && { closings }) }));
      const there = await slotKeys(tx, db.schema, { operativeIds: batch, from, to });
      if (plan().every((slot) => there.has(slotKey(slot)))) return;
      // Whoever writes an absence locks today too: it is either seen here, or sees the slots that are made here.
      await lockDays(tx, db.schema, [localDate(now)]);
      const planned = plan(await readClosings(tx, db, from)).filter((slot) => !there.has(slotKey(slot)));
      await addSlots(
        tx,
        db.schema,
        planned.map((slot) => ({ id: newId(now), ...slot })),
      );
    });
  }
}

/** The bank holidays of a nation that nobody works, from a local date on. */
export async function holidaysOff(db: Db, { nation, from }: { nation: string; from: LocalDate }): Promise<ReadonlySet<LocalDate>> {
  const worked = await workedHolidaysFrom(db.read, db.schema, from);
  return new Set([...(await findBankHolidays(db, nation))].filter((date) => !worked.has(date)));
}
