import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Repair } from "./repairs.ts";

type Row<Table extends keyof Schema> = Schema[Table]["$inferSelect"];
export type Contact = Row<"contacts">;
export type Note = Row<"repairNotes">;

/** A repair with everything that is known of it in one row each. What retention has emptied, or nobody has said, is null. */
export interface RepairCase {
  repair: Repair;
  home: Row<"homes">;
  block: Row<"blocks"> | null;
  trade: Row<"trades"> | null;
  patch: Row<"patches"> | null;
  contact: Contact | null;
  needs: Row<"visitNeeds"> | null;
  emergency: Row<"emergencies"> | null;
  /** Slots of one operative that the job needs; null where the problem is none of the catalogue. */
  visits: number | null;
}

/** The repair of a reference; undefined where there is none. */
export async function repairCase(query: Query, schema: Schema, reference: string): Promise<RepairCase | undefined> {
  const { repairs: repair, homes: home, blocks: block, trades: trade, patches: patch, problems } = schema;
  const { contacts: contact, visitNeeds: needs, emergencies: emergency } = schema;
  const [found] = await query
    .select({ repair, home, block, trade, patch, contact, needs, emergency, visits: problems.visits })
    .from(repair)
    .innerJoin(home, eq(home.uprn, repair.uprn))
    .leftJoin(block, eq(block.id, repair.blockId))
    .leftJoin(trade, eq(trade.id, repair.trade))
    .leftJoin(patch, eq(patch.id, home.patchId))
    .leftJoin(contact, eq(contact.repairId, repair.id))
    .leftJoin(needs, eq(needs.repairId, repair.id))
    .leftJoin(emergency, eq(emergency.repairId, repair.id))
    .leftJoin(problems, eq(problems.id, repair.problemId))
    .where(eq(repair.reference, reference));
  return found;
}

/** A promise of a repair, with a slot of it and who comes, and how it went; one row for each slot, or one without. */
export interface RepairVisit {
  appointment: Row<"appointments">;
  slot: { id: string; open: boolean; operative: string; part: number } | null;
  visit: Row<"visits"> | null;
}

/** The promises of a repair, the latest date first. */
export async function visitsOf(query: Query, schema: Schema, repairId: string): Promise<RepairVisit[]> {
  const { appointments: appointment, slots, operatives, visits: visit } = schema;
  const rows = await query
    .select({ appointment, id: slots.id, open: slots.open, part: slots.part, operative: operatives.name, visit })
    .from(appointment)
    .leftJoin(slots, eq(slots.appointmentId, appointment.id))
    .leftJoin(operatives, eq(operatives.id, slots.operativeId))
    .leftJoin(visit, eq(visit.appointmentId, appointment.id))
    .where(eq(appointment.repairId, repairId))
    .orderBy(desc(appointment.date), desc(appointment.id), asc(slots.part));
  return rows.map(({ id, open, operative, part, ...of }) => ({
    ...of,
    slot: id !== null && open !== null && operative !== null ? { id, open, operative, part: part ?? 1 } : null,
  }));
}

/** What staff wrote about a repair, the latest first. */
export async function notesOf(query: Query, { repairNotes }: Schema, repairId: string): Promise<Note[]> {
  return await query
    .select()
    .from(repairNotes)
    .where(eq(repairNotes.repairId, repairId))
    .orderBy(desc(repairNotes.at), desc(repairNotes.id));
}

/** Adds a note; false where there is one with its id: a form was sent twice. */
export async function addNote(tx: Query, { repairNotes }: Schema, note: Note): Promise<boolean> {
  const added = await tx.insert(repairNotes).values(note).onConflictDoNothing().returning({ id: repairNotes.id });
  return added.length > 0;
}

/** How many others have said that a repair is theirs too. */
export async function countFollowers(query: Query, { followers }: Schema, repairId: string): Promise<number> {
  const [found] = await query.select({ total: count() }).from(followers).where(eq(followers.repairId, repairId));
  return found?.total ?? 0;
}

/**
 * Changes an open repair, which is the first statement of every change of its appointments: it locks the repair until the transaction
 * ends. Undefined where it is not open, or has another version than `from`.
 */
export async function changeRepair(
  tx: Query,
  { repairs }: Schema,
  { id, from, ...values }: Partial<Omit<Repair, "id" | "version">> & { id: string; from: number },
): Promise<Repair | undefined> {
  const [changed] = await tx
    .update(repairs)
    .set({ ...values, version: from + 1 })
    .where(and(eq(repairs.id, id), eq(repairs.version, from), eq(repairs.status, "open")))
    .returning();
  return changed;
}

/** Cancels the appointments of a repair that are booked, and answers with them. Their slots are freed by the caller. */
export async function cancelAppointments(tx: Query, { appointments }: Schema, ids: readonly string[]): Promise<void> {
  await tx
    .update(appointments)
    .set({ status: "cancelled" })
    .where(inArray(appointments.id, [...ids]));
}

/** The ids of a repair's booked appointments, in order. */
export async function bookedOf(query: Query, { appointments }: Schema, repairId: string): Promise<string[]> {
  const rows = await query
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.repairId, repairId), eq(appointments.status, "booked")))
    .orderBy(asc(appointments.id));
  return rows.map(({ id }) => id);
}

/** Changes what a person told us, and keeps what stood there before under its version; false where that is not `from`. */
export async function changeContact(
  tx: Query,
  { contacts, contactsBefore }: Schema,
  { from, ...said }: Omit<Contact, "version" | "reportsFor"> & { from: number },
): Promise<boolean> {
  const isSeen = and(eq(contacts.repairId, said.repairId), eq(contacts.version, from));
  const [before] = await tx.select().from(contacts).where(isSeen);
  const changed = await tx
    .update(contacts)
    .set({ ...said, version: from + 1 })
    .where(isSeen)
    .returning({ version: contacts.version });
  if (!before || changed.length === 0) return false;
  const { repairId, version, ...values } = before;
  await tx.insert(contactsBefore).values({ repairId, version, values });
  return true;
}

/** The open repairs of a home, the newest first. */
export async function openAtHome(query: Query, { repairs }: Schema, uprn: string): Promise<Repair[]> {
  return await query
    .select()
    .from(repairs)
    .where(and(eq(repairs.uprn, uprn), eq(repairs.status, "open")))
    .orderBy(desc(repairs.raisedAt), desc(repairs.id));
}

/** How many reports of danger from a home were begun and never sent. */
export async function unfinishedAtHome(query: Query, { unfinishedReports }: Schema, uprn: string): Promise<number> {
  const [found] = await query.select({ total: count() }).from(unfinishedReports).where(eq(unfinishedReports.uprn, uprn));
  return found?.total ?? 0;
}
