import { localDate } from "#app/domain/local-date.ts";
import { grouped } from "#app/domain/ordering.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type Appointment, findWhoCanCome, lockAppointment } from "#db/queries/appointments.ts";
import { addChange, keepSlots, type Refused } from "#db/queries/changes.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { operativeNames, type SlotOfRepair, slotsById, slotsOfAppointments } from "#db/queries/slot-page.ts";
import { findTakers } from "#db/queries/take-slots.ts";
import type { SlotsChanged } from "./change-slots.server.ts";
import { exchangeSlots } from "./exchange-slots.server.ts";

/** A promise that is to be kept by somebody else. */
type Given = Pick<Appointment, "id" | "repairId" | "purpose" | "date" | "window" | "slotsNeeded">;

interface Taker {
  id: string;
  name: string;
}

interface When {
  rules: Rules;
  now: Date;
}

async function wantedFor(query: Query, { schema }: Db, { repairId, purpose, date, window, slotsNeeded }: Given, when: When) {
  const able = await findWhoCanCome(query, schema, { repairId, purpose });
  if (!able?.trade) return undefined;
  const { language: _, ...who } = able;
  return { ...who, trade: able.trade, offer: { date, window }, visits: slotsNeeded, ...when };
}

/** Who could keep an appointment's promise instead, the best first: able, and free on its date in its window. */
export async function listTakers(db: Db, appointment: Given, when: When): Promise<Taker[]> {
  const wanted = await wantedFor(db.read, db, appointment, when);
  if (!wanted) return [];
  const ids = await findTakers(db.read, db.schema, wanted);
  const names = await operativeNames(db.read, db.schema, ids);
  return ids.map((id) => ({ id, name: names.get(id) ?? id }));
}

interface Giving extends When {
  /** Who comes instead; whoever is best where it is left out. */
  operativeId?: string | undefined;
  reason?: string | null;
  /** A staff id. */
  who: string;
}

/** `not-booked`: there is no such promise, or its date is over. `taken`: that operative is not able, or not free any more; nothing has changed. */
export type GivenAnswer = { ok: true; changeId: string } | { ok: false; reason: "not-booked" | "taken" };

/**
 * Gives an appointment to another operative in the same window of the same date. The promise stays, so nobody needs to be told; the slots it
 * had are free again, or stay closed.
 */
export async function giveAppointment(db: Db, { appointmentId, ...giving }: Giving & { appointmentId: string }): Promise<GivenAnswer> {
  const { changeId, outcomes } = await db.write((tx) => giveAll(tx, db, { ...giving, appointmentIds: [appointmentId] }));
  if (changeId) return { ok: true, changeId };
  return { ok: false, reason: outcomes.get(appointmentId) === "nobody" ? "taken" : "not-booked" };
}

/**
 * Gives the visits of many slots to other operatives in one change, in the order they are asked for, each in its own window. Refused slots are as they were: `no-visit`, `over`,
 * `not-booked` any more, or `nobody` who can do it is free.
 */
export function giveVisits(db: Db, { slotIds, ...giving }: Giving & { slotIds: readonly string[] }): Promise<SlotsChanged> {
  return db.write(async (tx) => {
    const found = await slotsById(tx, db.schema, slotIds);
    const slots = found.sort((a, b) => slotIds.indexOf(a.id) - slotIds.indexOf(b.id));
    const appointmentIds = slots.flatMap(({ appointmentId }) => appointmentId ?? []);
    const empty = slots.filter(({ appointmentId }) => appointmentId === null).map(({ id }) => ({ slotId: id, why: "no-visit" }));
    const { changeId, outcomes } = await giveAll(tx, db, { ...giving, appointmentIds, asked: slots, refused: empty });
    const isGiven = ({ appointmentId }: SlotOfRepair) => outcomes.get(appointmentId ?? "") === "given";
    const refused = [...empty, ...refusedOf(slots, outcomes)];
    return { changeId, changed: slots.filter(isGiven).map(({ id }) => id), refused };
  });
}

type Outcome = "given" | "not-booked" | "over" | "nobody";

/** The slots of visits that were not given. */
const refusedOf = (slots: readonly SlotOfRepair[], outcomes: ReadonlyMap<string, Outcome>): Refused[] =>
  slots.flatMap(({ id, appointmentId }) => {
    const why = outcomes.get(appointmentId ?? "");
    return why === undefined || why === "given" ? [] : [{ slotId: id, why }];
  });

interface Gifts extends Giving {
  appointmentIds: readonly string[];
  /** The slots that were asked for, and those of them that have no visit. */
  asked?: readonly SlotOfRepair[];
  refused?: readonly Refused[];
}

/** Each by itself, one after another: what one leaves the next may take. */
async function giveAll(
  tx: Query,
  db: Db,
  { appointmentIds, asked = [], refused = [], ...giving }: Gifts,
): Promise<{ changeId: string | undefined; outcomes: Map<string, Outcome> }> {
  const { who, now, reason = null } = giving;
  const { booked, outcomes } = await lockAll(tx, db, appointmentIds, now);
  const gifts: Gift[] = [];
  for (const appointment of booked) {
    const gift = await giveOne(tx, db, appointment, giving);
    outcomes.set(appointment.id, gift ? "given" : "nobody");
    if (gift) gifts.push(gift);
  }
  if (gifts.length === 0) return { changeId: undefined, outcomes };
  const changeId = newId(now);
  const left = [...refused, ...refusedOf(asked, outcomes)];
  await addChange(tx, db.schema, { id: changeId, at: now, who, what: "give", slots: gifts.length, reason, refused: left });
  await keepSlots(tx, db.schema, { changeId, before: slotsOf(gifts) });
  await traceGifts(tx, db, { gifts, changeId, who, now });
  return { changeId, outcomes };
}

/** Every slot that visits left or took, once, as it was before. */
export function slotsOf(gifts: readonly Gift[]): SlotOfRepair[] {
  const before = grouped(
    gifts.flatMap((gift) => gift.before),
    ({ id }) => id,
  );
  return [...before.values()].flatMap(([first]) => first ?? []);
}

/** Leaves a trace of each visit that went to somebody else. */
export async function traceGifts(
  tx: Query,
  { schema }: Db,
  { gifts, changeId, who, now }: { gifts: readonly Gift[]; changeId: string; who: string; now: Date },
): Promise<void> {
  for (const { appointment, from, to } of gifts)
    await addEvent(tx, schema, {
      ...{ id: newId(now), at: now, who, channel: "office", what: "given to another operative", changeId },
      ...{ repairId: appointment.repairId, appointmentId: appointment.id },
      ...{ before: { operativeId: from }, after: { operativeId: to, version: appointment.version } },
    });
}

/** Locks appointments in one order, then their dates; answers with those that are booked in the order they were asked for. */
async function lockAll(tx: Query, { schema }: Db, appointmentIds: readonly string[], now: Date) {
  const outcomes = new Map<string, Outcome>();
  const locked = new Map<string, Appointment>();
  for (const id of [...new Set(appointmentIds)].sort()) {
    const appointment = await lockAppointment(tx, schema, id);
    if (!appointment) outcomes.set(id, "not-booked");
    else if (appointment.date < localDate(now)) outcomes.set(id, "over");
    else locked.set(id, appointment);
  }
  const booked = [...new Set(appointmentIds)].flatMap((id) => locked.get(id) ?? []);
  await lockDays(
    tx,
    schema,
    booked.map(({ date }) => date),
  );
  return { booked, outcomes };
}

/** A visit that went from one operative to another. */
export interface Gift {
  appointment: Appointment;
  from: string | null;
  to: string;
  /** Every slot concerned, as it was. */
  before: SlotOfRepair[];
}

/**
 * Gives one within a change that has locked it and its date, when somebody is free for it: looked up before anything is freed, so that a
 * refusal changes nothing.
 */
export async function giveOne(
  tx: Query,
  db: Db,
  appointment: Appointment,
  { operativeId, rules, now }: Pick<Giving, "operativeId" | "rules" | "now">,
): Promise<Gift | undefined> {
  const wanted = await wantedFor(tx, db, appointment, { rules, now });
  const [own] = await slotsOfAppointments(tx, db.schema, [appointment.id]);
  const takers = wanted ? await findTakers(tx, db.schema, { ...wanted, ...(operativeId !== undefined && { operativeId }) }) : [];
  const to = takers.find((id) => id !== own?.operativeId);
  if (!wanted || to === undefined) return undefined;
  const before = await exchangeSlots(tx, db.schema, { ...wanted, appointmentId: appointment.id, operativeId: to });
  return { appointment, from: own?.operativeId ?? null, to, before };
}
