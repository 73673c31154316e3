import { and, asc, eq, gte, inArray, isNull, lt, or } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { PlannedSlot, WorkingPattern } from "#app/domain/slot-generation.ts";
import type { Db, Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";

/** Ids of the operatives at work, in order. */
export async function findActiveOperatives(db: Db): Promise<string[]> {
  const { operatives } = db.schema;
  const rows = await db.read.select({ id: operatives.id }).from(operatives).where(eq(operatives.active, true)).orderBy(asc(operatives.id));
  return rows.map(({ id }) => id);
}

/** The working patterns of operatives that are in force on any of the dates, in the order in which their slots are made. */
export async function findPatterns(
  tx: Query,
  { workingPatterns }: Schema,
  range: { operativeIds: string[]; from: LocalDate; to: LocalDate },
): Promise<WorkingPattern[]> {
  return await tx
    .select({
      operativeId: workingPatterns.operativeId,
      weekday: workingPatterns.weekday,
      window: workingPatterns.window,
      visits: workingPatterns.visits,
      fromDate: workingPatterns.fromDate,
      untilDate: workingPatterns.untilDate,
      everyWeeks: workingPatterns.everyWeeks,
    })
    .from(workingPatterns)
    .where(
      and(
        inArray(workingPatterns.operativeId, range.operativeIds),
        lt(workingPatterns.fromDate, range.to),
        or(isNull(workingPatterns.untilDate), gte(workingPatterns.untilDate, range.from)),
      ),
    )
    .orderBy(asc(workingPatterns.operativeId), asc(workingPatterns.weekday), asc(workingPatterns.window), asc(workingPatterns.fromDate));
}

/** Adds dates to the calendar; those it has stay as they are. */
export function addDates(tx: Query, { days }: Schema, dates: LocalDate[]): Promise<void> {
  return insertRows(
    tx,
    days,
    dates.map((date) => ({ date })),
  );
}

type Visit = Pick<PlannedSlot, "operativeId" | "date" | "window" | "place">;

/** What names a visit of the calendar: its slot is there once. */
export const slotKey = ({ operativeId, date, window, place }: Visit): string => `${operativeId} ${date} ${window} ${place}`;

/** The names of the slots that operatives have, from a local date (included) to another (left out). */
export async function slotKeys(
  tx: Query,
  { slots }: Schema,
  { operativeIds, from, to }: { operativeIds: string[]; from: LocalDate; to: LocalDate },
): Promise<ReadonlySet<string>> {
  const { operativeId, date, window, place } = slots;
  const rows = await tx
    .select({ operativeId, date, window, place })
    .from(slots)
    .where(and(inArray(operativeId, operativeIds), gte(date, from), lt(date, to)));
  return new Set(rows.map(slotKey));
}

/** Adds slots; one that is there already, free, taken or closed, stays as it is. */
export function addSlots(tx: Query, { slots }: Schema, planned: (PlannedSlot & { id: string })[]): Promise<void> {
  return insertRows(tx, slots, planned);
}
