import { localDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findWhoCanCome, lockAppointment } from "#db/queries/appointments.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { operativeNames } from "#db/queries/slot-page.ts";
import { findTakers, freeSlotsOf, SlotGone, takeForAppointment } from "#db/queries/take-slots.ts";

/** A promise that is to be kept by somebody else. */
interface Given {
  id: string;
  repairId: string;
  date: string;
  window: string;
  slotsNeeded: number;
}

interface Taker {
  id: string;
  name: string;
}

export async function wantedFor(
  query: Query,
  { schema }: Db,
  { repairId, date, window, slotsNeeded }: Given,
  when: { rules: Rules; now: Date },
) {
  const able = await findWhoCanCome(query, schema, repairId);
  if (!able?.trade) return undefined;
  return { trade: able.trade, patchId: able.patchId, offer: { date, window }, visits: slotsNeeded, ...when };
}

/** Who could keep an appointment's promise instead, the best first: able, and free on its date in its window. */
export async function listTakers(db: Db, appointment: Given, when: { rules: Rules; now: Date }): Promise<Taker[]> {
  const wanted = await wantedFor(db.read, db, appointment, when);
  if (!wanted) return [];
  const ids = await findTakers(db.read, db.schema, wanted);
  const names = await operativeNames(db.read, db.schema, ids);
  return ids.map((id) => ({ id, name: names.get(id) ?? id }));
}

interface Giving {
  appointmentId: string;
  /** Who comes instead. */
  operativeId: string;
  rules: Rules;
  /** A staff id. */
  who: string;
  now: Date;
}

/** `not-booked`: there is no such promise, or its date is over. `taken`: that operative is not able, or not free any more; nothing has changed. */
export type GivenAnswer = { ok: true } | { ok: false; reason: "not-booked" | "taken" };

/**
 * Gives an appointment to another operative in the same window of the same date. The promise stays, so nobody needs to be told; the slots it
 * had are free again, or stay closed.
 */
export async function giveAppointment(db: Db, giving: Giving): Promise<GivenAnswer> {
  try {
    return await db.write((tx) => giveIn(tx, db, giving));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "taken" };
    throw error;
  }
}

/** Gives an appointment within a change; throws SlotGone where the operative is not free, which undoes the whole change. */
export async function giveIn(
  tx: Query,
  db: Db,
  { appointmentId, operativeId, rules, who, now, changeId = newId(now) }: Giving & { changeId?: string },
): Promise<GivenAnswer> {
  const { schema } = db;
  const appointment = await lockAppointment(tx, schema, appointmentId);
  if (!appointment || appointment.date < localDate(now)) return { ok: false, reason: "not-booked" };
  await lockDays(tx, schema, [appointment.date]);
  const wanted = await wantedFor(tx, db, appointment, { rules, now });
  if (!wanted) return { ok: false, reason: "taken" };
  await freeSlotsOf(tx, schema, { appointmentId });
  if (!(await takeForAppointment(tx, schema, { ...wanted, appointmentId, operativeId }))) throw new SlotGone();
  const event = { id: newId(now), at: now, who, channel: "office", what: "given to another operative", changeId, appointmentId };
  await addEvent(tx, schema, {
    ...event,
    repairId: appointment.repairId,
    before: null,
    after: { operativeId, version: appointment.version },
  });
  return { ok: true };
}
