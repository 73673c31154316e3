import { localDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { addChange, keepSlots } from "#db/queries/changes.ts";
import { lockDays } from "#db/queries/days.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { visitsToMove } from "#db/queries/to-move.ts";
import { slotsOf } from "./give-appointment.server.ts";
import { settleVisits } from "./settle-visits.server.ts";

/**
 * Gives every visit that needs moving, from today on, to whoever is able and free in the same window, in one change. Answers with how many
 * went; the others stay as they are. None where somebody took a slot in between: it can be asked again.
 */
export async function giveAll(db: Db, { rules, who, now }: { rules: Rules; who: string; now: Date }): Promise<number> {
  try {
    return await db.write(async (tx) => {
      const visits = await visitsToMove(tx, db.schema, localDate(now));
      const appointmentIds = visits.map(({ appointment }) => appointment.id).sort();
      for (const id of appointmentIds) await lockAppointment(tx, db.schema, id);
      await lockDays(
        tx,
        db.schema,
        visits.map(({ appointment }) => appointment.date),
      );
      const changeId = newId(now);
      const { gifts } = await settleVisits(tx, db, { appointmentIds, give: true, rules, who, now, changeId });
      if (gifts.length === 0) return 0;
      await addChange(tx, db.schema, { id: changeId, at: now, who, what: "give", slots: gifts.length });
      await keepSlots(tx, db.schema, { changeId, before: slotsOf(gifts) });
      return gifts.length;
    });
  } catch (error) {
    if (error instanceof SlotGone) return 0;
    throw error;
  }
}
