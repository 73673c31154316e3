import type { Choice } from "#app/domain/offers.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findWhoCanCome } from "#db/queries/appointments.ts";
import { lockDays } from "#db/queries/days.ts";
import { addAppointment } from "#db/queries/repairs.ts";
import { SlotGone, takeForAppointment } from "#db/queries/take-slots.ts";
import { promised } from "./move-appointment.server.ts";

interface Promising {
  repairId: string;
  purpose: string;
  offer: Choice;
  /** Slots of one operative that the job needs: 1 or 2. */
  visits: number;
  rules: Rules;
  now: Date;
}

/**
 * Makes the promise of a visit to a repair, and takes its slots, within a change that has locked the repair. Answers with the appointment's
 * id. Throws SlotGone, which undoes the change, where nobody who can come is free.
 */
export async function promiseVisit(
  tx: Query,
  { schema }: Db,
  { repairId, purpose, offer, visits, rules, now }: Promising,
): Promise<string> {
  await lockDays(tx, schema, [offer.date]);
  const able = await findWhoCanCome(tx, schema, { repairId, purpose });
  const words = able && promised(offer, rules.windows, able.language);
  if (!words || !able.trade) throw new SlotGone();
  const { language: _, ...who } = able;
  const id = newId(now);
  await addAppointment(tx, schema, { id, repairId, purpose, ...words, slotsNeeded: visits, status: "booked", version: 0 });
  const wanted = { ...who, trade: able.trade, offer, visits, rules, now };
  if (!(await takeForAppointment(tx, schema, { appointmentId: id, ...wanted }))) throw new SlotGone();
  return id;
}
