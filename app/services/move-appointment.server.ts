import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import { inLanguage } from "#app/domain/localised.ts";
import { type Choice, isBookable } from "#app/domain/offers.ts";
import { type ArrivalWindow, type Rules, windowHours } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findWhoCanCome, lockAppointment, type Promised, promiseInstead } from "#db/queries/appointments.ts";
import { addChange, keepSlots } from "#db/queries/changes.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { appointmentSlots } from "#db/queries/slots.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { exchangeSlots } from "./exchange-slots.server.ts";
import { say } from "./say.server.ts";

/** Moving an appointment to another offer, and who asks for it. */
export interface Move {
  appointmentId: string;
  offer: Choice;
  rules: Rules;
  /** tenant, system, or a staff id. */
  who: string;
  /** online, phone, office or api. */
  channel: string;
  /** How the tenant agreed, where staff move it: a code. */
  agreed?: string;
  /** The offers that were before the tenant's eyes, by their keys: evidence of what there was to choose from. */
  offered?: string;
  /** What is kept for this priority is taken, whatever the repair's own is: somebody who may sets the rule aside. */
  keptFor?: string | undefined;
  now: Date;
}

/** `changeId`: the change of staff that it is, where it is one. */
export type MoveAnswer = { ok: true; changeId?: string } | { ok: false; reason: "slot-gone" | "not-booked" };

/** The words of a promise in the language of the repair; undefined where the window is not worked that weekday. */
export function promised({ date, window: code }: Choice, windows: readonly ArrivalWindow[], language: string): Promised | undefined {
  const window = windows.find((each) => each.code === code);
  const hours = window && windowHours(window, date);
  return window && hours && { date, window: code, windowName: inLanguage(window.name, language), starts: hours.from, ends: hours.to };
}

/**
 * Moves a booked appointment: in one change it leaves its slots, takes those of the offer and promises the new date and window. When nobody
 * is free any more all stays as it was. Moving to where it is already changes nothing, unless a slot was closed under it: then another is found.
 */
export async function moveAppointment(db: Db, move: Move): Promise<MoveAnswer> {
  if (!isBookable(move.offer, move.rules, localDate(move.now))) return { ok: false, reason: "slot-gone" };
  try {
    return await db.write((tx) => moveIn(tx, db, move));
  } catch (error) {
    if (error instanceof SlotGone) return { ok: false, reason: "slot-gone" };
    throw error;
  }
}

/** The same as part of a change. Throws SlotGone, which undoes it, when nobody is free any more. */
export async function moveIn(tx: Query, { schema }: Db, { appointmentId, offer, rules, keptFor, now, ...by }: Move): Promise<MoveAnswer> {
  const appointment = await lockAppointment(tx, schema, appointmentId);
  if (!appointment) return { ok: false, reason: "not-booked" };
  const { repairId, slotsNeeded: visits, date, window } = appointment;
  const slots = await appointmentSlots(tx, schema, appointmentId);
  await lockDays(tx, schema, [offer.date, ...slots.map((slot): LocalDate => slot.date)]);
  const isKept = slots.length === visits && slots.every(({ open }) => open);
  if (isKept && date === offer.date && window === offer.window) return { ok: true };

  const able = await findWhoCanCome(tx, schema, appointment);
  const words = able && promised(offer, rules.windows, able.language);
  if (!words || !able.trade) throw new SlotGone();
  const { language: _, ...who } = able;
  const before = await exchangeSlots(tx, schema, {
    ...who,
    ...(keptFor && { priority: keptFor }),
    trade: able.trade,
    appointmentId,
    offer,
    visits,
    rules,
    now,
  });
  await promiseInstead(tx, schema, { appointmentId, ...words });
  const changeId = newId(now);
  if (isStaff(by.who)) {
    await addChange(tx, schema, { id: changeId, at: now, who: by.who, what: "move", slots: 1 });
    await keepSlots(tx, schema, { changeId, before });
  }
  await addEvent(tx, schema, {
    ...{ id: changeId, at: now, who: by.who, channel: by.channel, what: "appointment moved", changeId, repairId, appointmentId },
    before: { date, window },
    after: { ...offer, ...evidenceOf(by) },
  });
  await say(tx, schema, { kind: "moved", repairId, appointmentId, date: offer.date, changeId, who: by.who, now });
  return isStaff(by.who) ? { ok: true, changeId } : { ok: true };
}

/** How it was agreed, and what there was to choose from. */
const evidenceOf = ({ agreed, offered }: Pick<Move, "agreed" | "offered">) => ({ ...(agreed && { agreed }), ...(offered && { offered }) });

const isStaff = (who: string) => who !== "tenant" && who !== "system";
