import { and, asc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { SlotChange } from "#app/domain/slot-state.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

type Row<Table extends "slots" | "operatives" | "appointments" | "repairs" | "homes" | "contacts" | "visitNeeds" | "events"> =
  Schema[Table]["$inferSelect"];
type Slot = Row<"slots">;
export type Happened = Row<"events">;

/** A slot with all that an officer needs of it: whose it is, and the visit in it. */
export interface SlotCase {
  slot: Slot;
  operative: Row<"operatives">;
  visit: VisitInSlot | null;
}

interface VisitInSlot {
  appointment: Row<"appointments">;
  repair: Row<"repairs">;
  home: Row<"homes">;
  /** Whose shared areas it is in; null where it is in the home. */
  block: { name: string } | null;
  contact: Row<"contacts"> | null;
  needs: Row<"visitNeeds"> | null;
}

/** A slot as it stands; undefined where there is none. */
export async function slotCase(query: Query, schema: Schema, id: string): Promise<SlotCase | undefined> {
  const {
    slots: slot,
    operatives: operative,
    appointments: appointment,
    repairs: repair,
    homes: home,
    blocks,
    contacts: contact,
    visitNeeds,
  } = schema;
  const [found] = await query
    .select({ slot, operative, appointment, repair, home, block: { name: blocks.name }, contact, needs: visitNeeds })
    .from(slot)
    .innerJoin(operative, eq(operative.id, slot.operativeId))
    .leftJoin(appointment, eq(appointment.id, slot.appointmentId))
    .leftJoin(repair, eq(repair.id, appointment.repairId))
    .leftJoin(home, eq(home.uprn, repair.uprn))
    .leftJoin(blocks, eq(blocks.id, repair.blockId))
    .leftJoin(contact, eq(contact.repairId, repair.id))
    .leftJoin(visitNeeds, eq(visitNeeds.repairId, repair.id))
    .where(eq(slot.id, id));
  if (!found) return undefined;
  const { appointment: promised, repair: of, home: at, block, contact: who, needs } = found;
  const visit = promised && of && at ? { appointment: promised, repair: of, home: at, block, contact: who, needs } : null;
  return { slot: found.slot, operative: found.operative, visit };
}

/** What has happened to a repair and its appointments, the first first. */
export async function eventsOf(query: Query, { events }: Schema, repairId: string): Promise<Happened[]> {
  return await query.select().from(events).where(eq(events.repairId, repairId)).orderBy(asc(events.at), asc(events.id));
}

/** The repair of an appointment; undefined where there is no such appointment. */
export async function repairOfAppointment(query: Query, { appointments }: Schema, id: string): Promise<string | undefined> {
  const [found] = await query.select({ repairId: appointments.repairId }).from(appointments).where(eq(appointments.id, id));
  return found?.repairId;
}

/** A slot with the repair of its appointment, where it has one. */
export type SlotOfRepair = Slot & { repairId: string | null };

/** Slots by id with the repair of their appointment, in the order of their dates; ids of none are left out. */
export function slotsById(query: Query, schema: Schema, ids: readonly string[]): Promise<SlotOfRepair[]> {
  return slotsWhere(query, schema, inArray(schema.slots.id, [...ids]));
}

/** The slots that appointments have, closed ones too. */
export function slotsOfAppointments(query: Query, schema: Schema, appointmentIds: readonly string[]): Promise<SlotOfRepair[]> {
  return slotsWhere(query, schema, inArray(schema.slots.appointmentId, [...appointmentIds]));
}

async function slotsWhere(query: Query, { slots, appointments }: Schema, where: SQL): Promise<SlotOfRepair[]> {
  const rows = await query
    .select({ slot: slots, repairId: appointments.repairId })
    .from(slots)
    .leftJoin(appointments, eq(appointments.id, slots.appointmentId))
    .where(where)
    .orderBy(asc(slots.date), asc(slots.id));
  return rows.map(({ slot, repairId }) => ({ ...slot, repairId }));
}

/** What tells a slot from others: whose it is, when, and the visit in it. */
export type SlotLine = Slot & {
  operative: string;
  visit: { line1: string; restrictedTo: string | null; block: string | null; problem: string } | null;
};

/** Slots by id in words, by date, window and operative; ids of none are left out. */
export async function slotLines(
  query: Query,
  { slots, operatives, appointments, repairs, homes, blocks }: Schema,
  ids: readonly string[],
): Promise<SlotLine[]> {
  const rows = await query
    .select({
      slot: slots,
      operative: operatives.name,
      line1: homes.line1,
      restrictedTo: homes.restrictedTo,
      block: blocks.name,
      problem: repairs.problem,
    })
    .from(slots)
    .innerJoin(operatives, eq(operatives.id, slots.operativeId))
    .leftJoin(appointments, eq(appointments.id, slots.appointmentId))
    .leftJoin(repairs, eq(repairs.id, appointments.repairId))
    .leftJoin(homes, eq(homes.uprn, repairs.uprn))
    .leftJoin(blocks, eq(blocks.id, repairs.blockId))
    .where(inArray(slots.id, [...ids]))
    .orderBy(asc(slots.date), asc(slots.starts), asc(operatives.name), asc(slots.id));
  return rows.map(({ slot, operative, line1, restrictedTo, block, problem }) => ({
    ...slot,
    operative,
    visit: line1 && problem ? { line1, restrictedTo, block, problem } : null,
  }));
}

const ROW = {
  stop: { open: false, withdrawn: false },
  withdraw: { open: false, withdrawn: true },
  reopen: { open: true, withdrawn: false },
} as const satisfies Record<SlotChange, object>;

/** A change of slots as it is written. */
export interface SlotsWritten {
  ids: readonly string[];
  change: SlotChange;
  reason: string | null;
}

/** Writes a change of slots, whose dates are locked by the caller. Holds of drafts on closed ones end, whole; appointments keep theirs. */
export async function writeSlots(tx: Query, { slots }: Schema, { ids, change, reason }: SlotsWritten): Promise<void> {
  const chosen = inArray(slots.id, [...ids]);
  await tx
    .update(slots)
    .set({ ...ROW[change], reason: change === "reopen" ? null : reason })
    .where(chosen);
  if (change === "reopen") return;
  await endHolds(tx, { slots }, chosen);
}

/** Ends the holds of drafts on slots, each whole. Their dates are locked by the caller. */
export async function endHolds(tx: Query, { slots }: Pick<Schema, "slots">, chosen: SQL | undefined): Promise<void> {
  const held = await tx
    .selectDistinct({ draftId: slots.draftId })
    .from(slots)
    .where(and(chosen, isNotNull(slots.draftId)));
  const drafts = held.flatMap(({ draftId }) => draftId ?? []);
  if (drafts.length > 0) await tx.update(slots).set({ draftId: null, part: null, expiresAt: null }).where(inArray(slots.draftId, drafts));
}

/** The names of operatives by id. */
export async function operativeNames(query: Query, { operatives }: Schema, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await query
    .select({ id: operatives.id, name: operatives.name })
    .from(operatives)
    .where(inArray(operatives.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
