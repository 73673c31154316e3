import { and, asc, eq, exists, gte, inArray, isNull, or } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

type Slot = Schema["slots"]["$inferSelect"];

/** What somebody who makes a home safe comes for: an appointment's purpose. */
export const SAFETY_WORK = "safety work";

/** Who has been given the emergency of a repair and is still to come, in which slot. `open` is false where they will not come in it after all. */
export interface Sent {
  repairId: string;
  appointmentId: string;
  date: LocalDate;
  slotId: string;
  open: boolean;
  operativeId: string;
  name: string;
}

/** Who has been given the emergencies of these repairs; those that nobody has are left out. */
export async function sentTo(query: Query, { appointments, slots, operatives }: Schema, repairIds: readonly string[]): Promise<Sent[]> {
  const { repairId, id: appointmentId, date } = appointments;
  return await query
    .select({ repairId, appointmentId, date, slotId: slots.id, open: slots.open, operativeId: operatives.id, name: operatives.name })
    .from(appointments)
    .innerJoin(slots, eq(slots.appointmentId, appointmentId))
    .innerJoin(operatives, eq(operatives.id, slots.operativeId))
    .where(and(inArray(repairId, [...repairIds]), eq(appointments.purpose, SAFETY_WORK), eq(appointments.status, "booked")));
}

/** Whom to look for at work: all who are, those of a trade, one of them. */
export interface AtWork {
  date: LocalDate;
  /** Null where it is not known what the work is: anybody will do. */
  trade: string | null;
  operativeId?: string;
}

/**
 * The open slots of a date of those who work on it and may do the work (of its trade, and accredited where that asks for it), by the
 * operative's name. Whoever has none does not work that day.
 */
export async function slotsAtWork(query: Query, schema: Schema, wanted: AtWork): Promise<{ name: string; slot: Slot }[]> {
  const { slots, operatives } = schema;
  const { date, trade, operativeId } = wanted;
  return await query
    .select({ name: operatives.name, slot: slots })
    .from(slots)
    .innerJoin(operatives, eq(operatives.id, slots.operativeId))
    .where(
      and(
        ...[eq(slots.date, date), eq(slots.open, true), eq(operatives.active, true)],
        operativeId === undefined ? undefined : eq(operatives.id, operativeId),
        trade === null ? undefined : mayDo(query, schema, { date, trade }),
      ),
    )
    .orderBy(asc(operatives.name), asc(operatives.id), asc(slots.starts), asc(slots.place), asc(slots.id));
}

function mayDo(
  query: Query,
  { operatives, operativeTrades, trades, accreditations }: Schema,
  { date, trade }: { date: LocalDate; trade: string },
) {
  const accredited = query
    .select({ kind: accreditations.kind })
    .from(accreditations)
    .where(
      and(eq(accreditations.operativeId, operatives.id), eq(accreditations.kind, trades.accreditation), gte(accreditations.endsOn, date)),
    );
  const ofTrade = query
    .select({ id: trades.id })
    .from(operativeTrades)
    .innerJoin(trades, eq(trades.id, operativeTrades.tradeId))
    .where(and(eq(operativeTrades.operativeId, operatives.id), eq(trades.id, trade), or(isNull(trades.accreditation), exists(accredited))));
  return exists(ofTrade);
}

/** A slot's change of holder: the caller has locked its date and seen it free. */
interface Given {
  slot: Slot;
  appointmentId: string;
  changeId: string;
}

/** Gives an open slot that nobody has to an appointment, whatever it is kept for. False where it is not free after all. */
export async function giveSlot(tx: Query, { slots }: Schema, { slot, appointmentId, changeId }: Given): Promise<boolean> {
  const taken = await tx
    .update(slots)
    .set({ appointmentId, part: 1, changeId })
    .where(and(eq(slots.id, slot.id), eq(slots.open, true), isNull(slots.draftId), isNull(slots.appointmentId)))
    .returning({ id: slots.id });
  return taken.length > 0;
}
