import type { Closing } from "#app/domain/closing.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import { staff } from "#app/languages/staff.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { addChange, keepSlots } from "#db/queries/changes.ts";
import { addAbsence, addClosure, appointmentsIn, datesIn, operativesOf, type Scope, withdrawScope } from "#db/queries/closings.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { SlotGone } from "#db/queries/take-slots.ts";
import { slotsOf } from "./give-appointment.server.ts";
import { rehearse } from "./rehearse.server.ts";
import { holdersOf, type Settled, settleVisits, traceLeft } from "./settle-visits.server.ts";

/** An absence or a closure, and what becomes of the visits in it. */
export interface ClosingWish {
  closing: Closing;
  /** Whether visits that others can take in the same window go to them. */
  give: boolean;
  rules: Rules;
  /** A staff id. */
  who: string;
  now: Date;
}

/** What a closing does: slots withdrawn, visits that went to somebody else, and visits that need moving. */
export interface ClosingEffect extends Settled {
  changeId: string;
  slots: number;
}

/** Closes within a change (see applyClosing). */
async function closeIn(tx: Query, db: Db, { closing, give, rules, who, now }: ClosingWish): Promise<ClosingEffect> {
  const { schema } = db;
  const scope = await scopeOf(tx, db, closing, now);
  const changeId = newId(now);
  for (const id of await appointmentsIn(tx, schema, scope)) await lockAppointment(tx, schema, id);
  await lockDays(tx, schema, [localDate(now), ...(await datesIn(tx, schema, scope))]);
  const reason = reasonOf(closing);
  const before = await withdrawScope(tx, schema, { scope, reason, changeId });
  const slots = before.length;
  await addChange(tx, schema, { id: changeId, at: now, who, what: closing.what, slots, reason });
  await writeClosing(tx, db, { closing, scope, changeId, now });
  const line = { id: changeId, at: now, who, channel: "office", changeId, repairId: null, appointmentId: null };
  await addEvent(tx, schema, { ...line, what: `${closing.what} added`, before: null, after: { slots } });
  const { gifts, ...settled } = await settleVisits(tx, db, { appointmentIds: holdersOf(before), give, rules, who, now, changeId });
  const withdrawn = new Set(before.map(({ id }) => id));
  await keepSlots(tx, schema, { changeId, before: [...before, ...slotsOf(gifts).filter(({ id }) => !withdrawn.has(id))] });
  await traceLeft(tx, db, { left: settled.left, who, now, changeId });
  return { changeId, slots, ...settled };
}

/** Dates that are over stay as they were. */
async function scopeOf(tx: Query, { schema }: Db, closing: Closing, now: Date): Promise<Scope> {
  const { untilDate, starts, ends, window } = closing;
  const today = localDate(now);
  const fromDate = closing.fromDate < today ? today : closing.fromDate;
  const operativeIds = closing.what === "absence" ? closing.operativeIds : await operativesOf(tx, schema, closing);
  return { operativeIds, fromDate, untilDate, starts, ends, window };
}

const reasonOf = (closing: Closing): string => (closing.what === "absence" ? staff.absences.kinds[closing.kind] : closing.reason);

async function writeClosing(
  tx: Query,
  { schema }: Db,
  { closing, scope, changeId, now }: { closing: Closing; scope: Scope; changeId: string; now: Date },
) {
  const { fromDate, untilDate, starts, ends, window } = scope;
  if (closing.what === "closure") {
    const { reason, tradeId, patchId } = closing;
    await addClosure(tx, schema, { id: newId(now), reason, fromDate, untilDate, tradeId, patchId, window, changeId });
    return;
  }
  for (const operativeId of scope.operativeIds)
    await addAbsence(tx, schema, { id: newId(now), operativeId, kind: closing.kind, fromDate, untilDate, starts, ends, changeId });
}

/**
 * Writes an absence or a closure and withdraws the slots it covers, in one change: holds on them end, and what is booked stays a promise that
 * either goes to somebody else in the same window or needs moving. A visit that is booked meanwhile needs moving too, and is on the list of
 * those. Nothing that is taken is ever freed. Undefined where somebody took a slot in between: nothing has changed then.
 */
export async function applyClosing(db: Db, wish: ClosingWish): Promise<ClosingEffect | undefined> {
  try {
    return await db.write((tx) => closeIn(tx, db, wish));
  } catch (error) {
    if (error instanceof SlotGone) return undefined;
    throw error;
  }
}

/** What applyClosing would do as the calendar stands, every visit that others can take given to them; nothing is changed. */
export function proposeClosing(db: Db, wish: Omit<ClosingWish, "give">): Promise<ClosingEffect> {
  return rehearse(db, (tx) => closeIn(tx, db, { ...wish, give: true }));
}
