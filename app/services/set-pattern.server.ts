import { addDays, localDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import { datesFrom, type PlannedSlot, slotsOn } from "#app/domain/slot-generation.ts";
import { type NewPattern, replacePatterns } from "#app/domain/working-pattern.ts";
import { staff } from "#app/languages/staff.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import { addChange, keepSlots } from "#db/queries/changes.ts";
import { lockDays } from "#db/queries/days.ts";
import { addSlots, slotKey } from "#db/queries/generate-slots.ts";
import { dropSlots, lastDay, lockOperative, patternSlots, patternsOf, writePatterns } from "#db/queries/operatives.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { findWindows } from "#db/queries/rules.ts";
import { holidaysOff } from "./generate-slots.server.ts";
import { slotsOf } from "./give-appointment.server.ts";
import { readClosings } from "./read-closings.server.ts";
import { rehearse } from "./rehearse.server.ts";
import { holdersOf, type Settled, settleVisits, traceLeft } from "./settle-visits.server.ts";

/** A pattern that is to be worked, and what becomes of visits that it has no room for. */
export interface PatternWish {
  pattern: NewPattern;
  /** The operative's version that the page saw. */
  version: number;
  give: boolean;
  nation: string;
  rules: Rules;
  /** A staff id. */
  who: string;
  now: Date;
}

/** What a pattern does: slots added and taken away, visits that went to somebody else, and visits that need moving. */
export interface PatternEffect extends Settled {
  added: number;
  dropped: number;
}

/** Thrown inside a write to undo it: somebody has changed the operative since the page was shown. */
class Stale extends Error {}

/** The calendar's own side of a pattern: what every date would have, read before the change. */
async function plannerOf(db: Db, { pattern, nation, now }: PatternWish) {
  const today = localDate(now);
  const from = pattern.fromDate < today ? today : pattern.fromDate;
  const last = (await lastDay(db.read, db.schema)) ?? from;
  const to = addDays(last, 1);
  return {
    from,
    dates: datesFrom(from, to),
    windowsOn: await findWindows(db, from, to),
    bankHolidays: await holidaysOff(db, { nation, from }),
  };
}

type Planner = Awaited<ReturnType<typeof plannerOf>>;

async function setIn(tx: Query, db: Db, { wish, planner }: { wish: PatternWish; planner: Planner }): Promise<PatternEffect> {
  const { schema } = db;
  const { pattern, version, give, rules, who, now } = wish;
  const { operativeId } = pattern;
  const { from, dates } = planner;
  if (!(await lockOperative(tx, schema, { id: operativeId, version }))) throw new Stale();
  const changeId = newId(now);
  const existing = await patternsOf(tx, schema, { operativeId, from: pattern.fromDate });
  await writePatterns(tx, schema, { ...replacePatterns(existing, pattern), now });
  const planned = await plannedFor(tx, db, { operativeId, planner });
  const outside = await slotsOutside(tx, db, { operativeId, from, planned });
  for (const id of holdersOf(outside)) await lockAppointment(tx, schema, id);
  await lockDays(tx, schema, [localDate(now), ...dates]);
  const dropped = await slotsOutside(tx, db, { operativeId, from, planned });
  await dropSlots(tx, schema, { ids: dropped.map(({ id }) => id), reason: staff.operatives.notWorked, changeId });
  const before = await patternSlots(tx, schema, { operativeId, from });
  await addSlots(
    tx,
    schema,
    planned.map((slot) => ({ id: newId(now), ...slot })),
  );
  const added = (await patternSlots(tx, schema, { operativeId, from })).length - before.length;
  await addChange(tx, schema, { id: changeId, at: now, who, what: "pattern", slots: added + dropped.length });
  const line = { id: changeId, at: now, who, channel: "office", changeId, repairId: null, appointmentId: null };
  await addEvent(tx, schema, { ...line, what: "pattern set", before: null, after: { operativeId, fromDate: pattern.fromDate } });
  const { gifts, ...settled } = await settleVisits(tx, db, { appointmentIds: holdersOf(dropped), give, rules, who, now, changeId });
  await keepSlots(tx, schema, { changeId, before: slotsOf(gifts) });
  await traceLeft(tx, db, { left: settled.left, who, now, changeId });
  return { added, dropped: dropped.length, ...settled };
}

/** The slots that no pattern gives any more. */
async function slotsOutside(
  tx: Query,
  { schema }: Db,
  { planned, ...whose }: { operativeId: string; from: string; planned: readonly PlannedSlot[] },
) {
  const keys = new Set(planned.map(slotKey));
  return (await patternSlots(tx, schema, whose)).filter((slot) => !keys.has(slotKey(slot)));
}

async function plannedFor(tx: Query, db: Db, { operativeId, planner }: { operativeId: string; planner: Planner }) {
  const { from, dates, windowsOn, bankHolidays } = planner;
  const patterns = await patternsOf(tx, db.schema, { operativeId, from });
  const closings = await readClosings(tx, db, from);
  return dates.flatMap((date) => slotsOn(date, { patterns, windows: windowsOn(date), bankHolidays, closings }));
}

/**
 * Gives an operative a working pattern from a date on, and the calendar follows in the same change: new visits are there at once, what nobody
 * has goes, and what is booked and has no room any more goes to somebody else or needs moving. Extra slots stay. Undefined where somebody
 * has changed the operative since: nothing has changed then.
 */
export async function setPattern(db: Db, wish: PatternWish): Promise<PatternEffect | undefined> {
  const planner = await plannerOf(db, wish);
  try {
    return await db.write((tx) => setIn(tx, db, { wish, planner }));
  } catch (error) {
    if (error instanceof Stale) return undefined;
    throw error;
  }
}

/** What setPattern would do as the calendar stands, every visit that others can take given to them; nothing is changed. */
export async function proposePattern(db: Db, wish: Omit<PatternWish, "give">): Promise<PatternEffect | undefined> {
  const planned = { ...wish, give: true };
  const planner = await plannerOf(db, planned);
  try {
    return await rehearse(db, (tx) => setIn(tx, db, { wish: planned, planner }));
  } catch (error) {
    if (error instanceof Stale) return undefined;
    throw error;
  }
}
