import { and, eq, isNotNull } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "#db/client.ts";
import { groupsOf } from "./slot-world.ts";

/** What the calendar says after a storm. */
export interface Truth {
  /** Live appointments. */
  booked: number;
  /** Slots that belong to one. */
  taken: number;
  /** Slots that drafts hold. */
  held: number;
}

/** Counts what is booked, and expects of every appointment, slot and hold what must always be so. */
export async function expectWhole(db: Db): Promise<Truth> {
  const { appointments, repairs, slots, contacts } = db.schema;
  const promises = await db.read
    .select({ id: appointments.id, repairId: appointments.repairId, date: appointments.date, slotsNeeded: appointments.slotsNeeded })
    .from(appointments)
    .where(eq(appointments.status, "booked"));
  const taken = await db.read.select().from(slots).where(isNotNull(slots.appointmentId));
  const held = await db.read
    .select()
    .from(slots)
    .where(and(isNotNull(slots.draftId)));
  const bySlots = new Map(groupsOf(taken, ({ appointmentId }) => appointmentId).map((rows) => [rows[0]?.appointmentId, rows]));
  const short = promises.filter(({ id, date, slotsNeeded }) => {
    const rows = bySlots.get(id) ?? [];
    return rows.length !== slotsNeeded || rows.some((slot) => slot.date !== date);
  });
  expect(short, "appointments without their slots").toEqual([]);
  expect([...bySlots.keys()].filter((id) => !promises.some((promise) => promise.id === id))).toEqual([]);
  expect(new Set(promises.map(({ repairId }) => repairId)).size).toBe(promises.length);
  const sent = await db.read.select({ id: repairs.id }).from(repairs);
  const reached = await db.read.select({ repairId: contacts.repairId }).from(contacts);
  expect(new Set(reached.map(({ repairId }) => repairId))).toEqual(new Set(sent.map(({ id }) => id)));
  return { booked: promises.length, taken: taken.length, held: held.length };
}

/** Expects every acknowledged draft to be a repair with a live appointment. */
export async function expectKept(db: Db, acknowledged: Iterable<string>): Promise<void> {
  const { appointments, repairs } = db.schema;
  const kept = await db.read
    .select({ submission: repairs.submission })
    .from(repairs)
    .innerJoin(appointments, and(eq(appointments.repairId, repairs.id), eq(appointments.status, "booked")));
  const known = new Set(kept.map(({ submission }) => submission));
  expect(
    [...acknowledged].filter((draftId) => !known.has(draftId)),
    "acknowledged and lost",
  ).toEqual([]);
}
