import { and, count, desc, eq } from "drizzle-orm";
import type { Query } from "../client.ts";
import { allGiven, given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";
import { insertRows } from "./insert-rows.ts";

export type Repair = Schema["repairs"]["$inferSelect"];
export type Appointment = Schema["appointments"]["$inferSelect"];

/** The repair that a submission (a draft's id) made, with its live appointment where it has one. */
export async function submitted(
  query: Query,
  { repairs, appointments }: Schema,
  submission: string,
): Promise<{ repair: Repair; appointment: Appointment | null } | undefined> {
  const rows = await run(
    query,
    "submitted",
    (q) =>
      q
        .select({ repair: repairs, appointment: appointments })
        .from(repairs)
        .leftJoin(appointments, and(eq(appointments.repairId, repairs.id), eq(appointments.status, "booked")))
        .where(eq(repairs.submission, given(repairs.submission, "submission"))),
    { submission },
  );
  return rows[0];
}

/** How many open repairs a home has that nobody has shown to be real. */
export async function openUnproven(query: Query, { repairs }: Schema, uprn: string): Promise<number> {
  const build = (q: Query) =>
    q
      .select({ open: count() })
      .from(repairs)
      .where(and(eq(repairs.uprn, given(repairs.uprn, "uprn")), eq(repairs.status, "open"), eq(repairs.proven, false)));
  const [found] = await run(query, "open unproven repairs", build, { uprn });
  return found?.open ?? 0;
}

/** The repair that a submission made, its home and who reported it: what another report of theirs begins with. */
export async function reportedBefore(query: Query, { repairs, homes, contacts }: Schema, submission: string) {
  const rows = await query
    .select({ repair: repairs, home: homes, contact: contacts })
    .from(repairs)
    .innerJoin(homes, eq(homes.uprn, repairs.uprn))
    .innerJoin(contacts, eq(contacts.repairId, repairs.id))
    .where(eq(repairs.submission, submission));
  return rows[0];
}

/** Adds a repair; false when its submission or its reference is there already. */
export async function addRepair(tx: Query, { repairs }: Schema, values: Required<Schema["repairs"]["$inferInsert"]>): Promise<boolean> {
  const rows = await run(
    tx,
    "add_repair",
    (q) => q.insert(repairs).values(allGiven(repairs)).onConflictDoNothing().returning({ id: repairs.id }),
    values,
  );
  return rows.length > 0;
}

/** The open repairs in the shared areas of a block, the newest first. */
export function openInBlock(query: Query, { repairs }: Schema, blockId: string): Promise<Repair[]> {
  return run(
    query,
    "open_in_block",
    (q) =>
      q
        .select()
        .from(repairs)
        .where(and(eq(repairs.blockId, given(repairs.blockId, "blockId")), eq(repairs.status, "open")))
        .orderBy(desc(repairs.raisedAt), desc(repairs.id)),
    { blockId },
  );
}

/** Adds what a person told us and how to reach them. */
export async function addContact(tx: Query, { contacts }: Schema, values: Required<Schema["contacts"]["$inferInsert"]>): Promise<void> {
  await run(tx, "add_contact", (q) => q.insert(contacts).values(allGiven(contacts)), values);
}

/** Adds what would help at the visit. */
export async function addVisitNeeds(
  tx: Query,
  { visitNeeds }: Schema,
  values: Required<Schema["visitNeeds"]["$inferInsert"]>,
): Promise<void> {
  await run(tx, "add_visit_needs", (q) => q.insert(visitNeeds).values(allGiven(visitNeeds)), values);
}

/** Adds an appointment in the words that were promised. Its slots are confirmed by the caller in the same change. */
export async function addAppointment(
  tx: Query,
  { appointments }: Schema,
  values: Required<Schema["appointments"]["$inferInsert"]>,
): Promise<void> {
  await run(tx, "add_appointment", (q) => q.insert(appointments).values(allGiven(appointments)), values);
}

/** A line of the trace as it is written; most are of a repair, and name no home. */
type NewEvent = Omit<Required<Schema["events"]["$inferInsert"]>, "uprn"> & { uprn?: string | null };

/** Adds many lines to the trace by few statements. */
export async function addEvents(tx: Query, { events }: Schema, rows: NewEvent[]): Promise<void> {
  await insertRows(tx, events, rows);
}

/** Adds a line to the trace. */
export async function addEvent(tx: Query, { events }: Schema, values: NewEvent): Promise<void> {
  await run(tx, "add_event", (q) => q.insert(events).values(allGiven(events)), { uprn: null, ...values });
}
