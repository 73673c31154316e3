import { slotForNow } from "#app/domain/dispatch.ts";
import { localDate, localTime } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment, promiseInstead } from "#db/queries/appointments.ts";
import { lockDays } from "#db/queries/days.ts";
import { giveSlot, SAFETY_WORK, type Sent, sentTo, slotsAtWork } from "#db/queries/dispatch.ts";
import { emergencyCase, lockEmergency, writeEmergency } from "#db/queries/emergencies.ts";
import { addExtraSlot } from "#db/queries/extra-slots.ts";
import { addAppointment, addEvent, type Repair } from "#db/queries/repairs.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { acknowledgeIn } from "./acknowledge-emergency.server.ts";
import { leaveSlots } from "./leave-slots.server.ts";

interface Dispatch {
  repairId: string;
  operativeId: string;
  /** The slot of whoever had it when the officer looked; empty where nobody had. */
  seen: string;
  rules: Rules;
  /** A staff id, and its name. */
  who: string;
  by: string;
  now: Date;
}

/**
 * `closed`: there is no such emergency, or it is safe. `changed`: it has been given to somebody meanwhile. `not-at-work`: that operative does
 * not work today, or may not do it. Nothing has changed then.
 */
export type Dispatched = { ok: true } | { ok: false; reason: "closed" | "changed" | "not-at-work" };

/**
 * Gives an emergency to an operative now: a visit for safety work today in a free slot of theirs, one that is kept for emergencies too, or else in an
 * extra one. Whoever had it before is free of it, and a slot that was added for it is withdrawn. Whoever gives it has seen it. The same again changes nothing.
 */
export async function dispatchEmergency(db: Db, dispatch: Dispatch): Promise<Dispatched> {
  try {
    return await db.write((tx) => dispatchIn(tx, db, dispatch));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "changed" };
    throw error;
  }
}

async function dispatchIn(tx: Query, db: Db, dispatch: Dispatch): Promise<Dispatched> {
  const { schema } = db;
  const { repairId, operativeId, seen } = dispatch;
  const emergency = await lockEmergency(tx, schema, repairId);
  const repair = emergency && (await emergencyCase(tx, schema, repairId))?.repair;
  if (repair?.status !== "open") return { ok: false, reason: "closed" };
  const [before] = await sentTo(tx, schema, [repairId]);
  const isSaidAgain = before?.open && before.operativeId === operativeId && before.date === localDate(dispatch.now);
  if (isSaidAgain) return { ok: true };
  const isAsSeen = (before?.slotId ?? "") === seen && (!before || (await lockAppointment(tx, schema, before.appointmentId)));
  return isAsSeen ? send(tx, db, { ...dispatch, repair, before }) : { ok: false, reason: "changed" };
}

type Sending = Dispatch & { repair: Repair; before: Sent | undefined };

/** Takes a slot of the operative's for the visit. The emergency is locked, and its appointment where there is one. */
async function send(tx: Query, db: Db, sending: Sending): Promise<Dispatched> {
  const { schema } = db;
  const { repairId, repair, before, operativeId, who, by, now } = sending;
  const date = localDate(now);
  await lockDays(tx, schema, before ? [date, before.date] : [date]);
  const own = await slotsAtWork(tx, schema, { date, trade: repair.trade, operativeId });
  const chosen = slotForNow(
    own.map(({ slot }) => slot),
    localTime(now),
  );
  if (!chosen) return { ok: false, reason: "not-at-work" };

  const { slot, isExtra } = chosen;
  const { window, starts, ends } = slot;
  const changeId = newId(now);
  const appointmentId = await promise(tx, db, { ...sending, slot });
  if (isExtra)
    await addExtraSlot(tx, schema, { operativeId, date, window, starts, ends, id: newId(now), appointmentId, part: 1, changeId });
  else if (!(await giveSlot(tx, schema, { slot, appointmentId, changeId }))) throw new SlotGone();
  await writeEmergency(tx, schema, { repairId, dispatchedAt: now });
  await acknowledgeIn(tx, db, { repairId, by, who, channel: "office", now });
  const event = { id: newId(now), at: now, who, channel: "office", what: "emergency given to an operative", changeId };
  const after = { operativeId, date, window, extra: Number(isExtra) };
  await addEvent(tx, schema, { ...event, repairId, appointmentId, before: before ? { operativeId: before.operativeId } : null, after });
  return { ok: true };
}

type Promising = Sending & { slot: { date: string; window: string; starts: string; ends: string } };

/** Makes the promise of a visit today, or turns the one there is into it and frees its slots. Answers with the appointment's id. */
async function promise(tx: Query, { schema }: Db, { repairId, repair, before, slot, rules, now }: Promising): Promise<string> {
  const { date, window, starts, ends } = slot;
  const name = rules.windows.find(({ code }) => code === window)?.name;
  const words = { date, window, windowName: name ? inLanguage(name, repair.language) : window, starts, ends };
  if (before) {
    await leaveSlots(tx, schema, before.appointmentId);
    await promiseInstead(tx, schema, { appointmentId: before.appointmentId, ...words });
    return before.appointmentId;
  }
  const id = newId(now);
  const whole = { id, repairId, purpose: SAFETY_WORK, ...words, slotsNeeded: 1, status: "booked", version: 0 };
  await addAppointment(tx, schema, whole);
  return id;
}
