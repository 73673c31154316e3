import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte } from "drizzle-orm";
import type { Span } from "#app/domain/closing.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { endHolds } from "./slot-page.ts";

/** Slots that a closing covers: those of operatives in a span. */
export interface Scope extends Span {
  operativeIds: readonly string[];
}

/** The condition on `slots` that says which a closing covers (domain/closing isClosed says the same of one slot). */
function inScope({ slots }: Schema, { operativeIds, fromDate, untilDate, starts, ends, window }: Scope) {
  return and(
    inArray(slots.operativeId, [...operativeIds]),
    gte(slots.date, fromDate),
    lte(slots.date, untilDate),
    window === null ? undefined : eq(slots.window, window),
    starts === null || ends === null ? undefined : and(lt(slots.starts, ends), gt(slots.ends, starts)),
  );
}

/** The appointments in open slots that a closing covers, in the order in which they are locked. */
export async function appointmentsIn(query: Query, schema: Schema, scope: Scope): Promise<string[]> {
  const { slots } = schema;
  const rows = await query
    .selectDistinct({ id: slots.appointmentId })
    .from(slots)
    .where(and(inScope(schema, scope), eq(slots.open, true), isNotNull(slots.appointmentId)))
    .orderBy(asc(slots.appointmentId));
  return rows.flatMap(({ id }) => id ?? []);
}

type Slot = Schema["slots"]["$inferSelect"];

/** The dates of the calendar in a span. */
export async function datesIn(query: Query, { days }: Schema, { fromDate, untilDate }: Span): Promise<LocalDate[]> {
  const rows = await query
    .select({ date: days.date })
    .from(days)
    .where(and(gte(days.date, fromDate), lte(days.date, untilDate)))
    .orderBy(asc(days.date));
  return rows.map(({ date }) => date);
}

/**
 * Withdraws the open slots that a closing covers, whose dates are locked by the caller. Holds of drafts on them end, whole; appointments keep
 * theirs and need moving. Answers with the slots as they were.
 */
export async function withdrawScope(
  tx: Query,
  schema: Schema,
  { scope, reason, changeId }: { scope: Scope; reason: string; changeId: string },
): Promise<Slot[]> {
  const { slots } = schema;
  const where = and(inScope(schema, scope), eq(slots.open, true));
  const before = await tx.select().from(slots).where(where);
  await endHolds(tx, schema, where);
  await tx.update(slots).set({ open: false, withdrawn: true, reason, changeId }).where(where);
  return before;
}

/** Opens again what a change withdrew and nobody has changed since, from a local date on. Answers with how many. */
export async function reopenChange(
  tx: Query,
  { slots }: Schema,
  { changeId, from }: { changeId: string; from: LocalDate },
): Promise<number> {
  const opened = await tx
    .update(slots)
    .set({ open: true, withdrawn: false, reason: null })
    .where(and(eq(slots.changeId, changeId), eq(slots.withdrawn, true), gte(slots.date, from)))
    .returning({ id: slots.id });
  return opened.length;
}

/** The active operatives of a trade and a patch; of any where null. */
export async function operativesOf(
  query: Query,
  { operatives, operativeTrades, operativePatches }: Schema,
  { tradeId, patchId }: { tradeId: string | null; patchId: string | null },
): Promise<string[]> {
  const ofTrade = query
    .select({ id: operativeTrades.operativeId })
    .from(operativeTrades)
    .where(eq(operativeTrades.tradeId, tradeId ?? ""));
  const ofPatch = query
    .select({ id: operativePatches.operativeId })
    .from(operativePatches)
    .where(eq(operativePatches.patchId, patchId ?? ""));
  const rows = await query
    .select({ id: operatives.id })
    .from(operatives)
    .where(
      and(
        eq(operatives.active, true),
        tradeId === null ? undefined : inArray(operatives.id, ofTrade),
        patchId === null ? undefined : inArray(operatives.id, ofPatch),
      ),
    )
    .orderBy(asc(operatives.id));
  return rows.map(({ id }) => id);
}

type Absence = Schema["absences"]["$inferSelect"];
type Closure = Schema["closures"]["$inferSelect"];

export async function addAbsence(tx: Query, { absences }: Schema, values: Omit<Absence, "endedAt">): Promise<void> {
  await tx.insert(absences).values(values);
}

export async function addClosure(tx: Query, { closures }: Schema, values: Omit<Closure, "endedAt">): Promise<void> {
  await tx.insert(closures).values(values);
}

/** The absences and closures that are not over on a local date and were not ended, the first first. */
export async function closingsFrom(
  query: Query,
  { absences, closures, operatives }: Schema,
  date: LocalDate,
): Promise<{ absences: (Absence & { operative: string })[]; closures: Closure[] }> {
  const away = await query
    .select({ absence: absences, operative: operatives.name })
    .from(absences)
    .innerJoin(operatives, eq(operatives.id, absences.operativeId))
    .where(and(isNull(absences.endedAt), gte(absences.untilDate, date)))
    .orderBy(asc(absences.fromDate), asc(operatives.name), asc(absences.id));
  const closed = await query
    .select()
    .from(closures)
    .where(and(isNull(closures.endedAt), gte(closures.untilDate, date)))
    .orderBy(asc(closures.fromDate), asc(closures.id));
  return { absences: away.map(({ absence, operative }) => ({ ...absence, operative })), closures: closed };
}

/** Ends an absence or a closure; undefined where there is none, or it had ended. */
export async function endClosing(
  tx: Query,
  schema: Schema,
  { what, id, now }: { what: "absences" | "closures"; id: string; now: Date },
): Promise<{ changeId: string; fromDate: LocalDate; untilDate: LocalDate } | undefined> {
  const table = schema[what];
  const [ended] = await tx
    .update(table)
    .set({ endedAt: now })
    .where(and(eq(table.id, id), isNull(table.endedAt)))
    .returning({ changeId: table.changeId, fromDate: table.fromDate, untilDate: table.untilDate });
  return ended;
}

/** Bank holidays that are worked by choice, from a local date on. */
export async function workedHolidaysFrom(query: Query, { workedHolidays }: Schema, date: LocalDate): Promise<ReadonlySet<LocalDate>> {
  const rows = await query.select({ date: workedHolidays.date }).from(workedHolidays).where(gte(workedHolidays.date, date));
  return new Set(rows.map((row) => row.date));
}

/** Works a bank holiday; false where it is worked already. */
export async function addWorkedHoliday(
  tx: Query,
  { workedHolidays }: Schema,
  values: { date: LocalDate; changeId: string },
): Promise<boolean> {
  const rows = await tx.insert(workedHolidays).values(values).onConflictDoNothing().returning({ date: workedHolidays.date });
  return rows.length > 0;
}

/** Ends the absences and closures that a change has made: it is undone. */
export async function endClosingsOf(
  tx: Query,
  { absences, closures }: Schema,
  { changeId, now }: { changeId: string; now: Date },
): Promise<void> {
  for (const table of [absences, closures]) await tx.update(table).set({ endedAt: now }).where(eq(table.changeId, changeId));
}
