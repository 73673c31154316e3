import { addDays, type LocalDate, localDate } from "#app/domain/local-date.ts";
import { windowHours } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addChange, keepSlots } from "#db/queries/changes.ts";
import { lockDays } from "#db/queries/days.ts";
import { addExtraSlot, isActive } from "#db/queries/extra-slots.ts";
import { addDates } from "#db/queries/generate-slots.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { readRules } from "./read-rules.server.ts";

/** How far ahead an extra slot may lie, in days: as far as any landlord offers visits (domain/rules, horizonDays). */
const FARTHEST = 365;

interface Extra {
  operativeId: string;
  date: LocalDate;
  window: string;
  /** A staff id. */
  who: string;
  now: Date;
}

/** `date`: over, or too far ahead. `window`: not worked that weekday. `operative`: not at work here. Nothing has been added then. */
export type ExtraAnswer = { ok: true; changeId: string } | { ok: false; reason: "date" | "window" | "operative" };

/** Adds one visit to an operative's window on a date, over and above their working pattern; on a bank holiday too. Anybody can book it at once. */
export async function addSlot(db: Db, { operativeId, date, window, who, now }: Extra): Promise<ExtraAnswer> {
  const today = localDate(now);
  if (date < today || date > addDays(today, FARTHEST)) return { ok: false, reason: "date" };
  const { windows } = await readRules(db, date);
  const worked = windows.find(({ code }) => code === window);
  const hours = worked && windowHours(worked, date);
  if (!hours) return { ok: false, reason: "window" };
  return db.write(async (tx): Promise<ExtraAnswer> => {
    if (!(await isActive(tx, db.schema, operativeId))) return { ok: false, reason: "operative" };
    await addDates(tx, db.schema, [date]);
    await lockDays(tx, db.schema, [date]);
    const changeId = newId(now);
    const slot = await addExtraSlot(tx, db.schema, { id: newId(now), operativeId, date, window, starts: hours.from, ends: hours.to });
    await addChange(tx, db.schema, { id: changeId, at: now, who, what: "extra", slots: 1 });
    // Before it was there nobody worked it: undoing withdraws it.
    await keepSlots(tx, db.schema, { changeId, before: [{ ...slot, open: false, withdrawn: true }] });
    await addEvent(tx, db.schema, {
      ...{ id: newId(now), at: now, who, channel: "office", what: "slot added", changeId, repairId: null, appointmentId: null },
      ...{ before: null, after: { slotId: slot.id, operativeId, date, window } },
    });
    return { ok: true, changeId };
  });
}
