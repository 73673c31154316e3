import { and, asc, count, eq, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/** A booked visit that has lost its operative, or is about to, with what an officer needs to find it another. */
export interface VisitToMove {
  appointment: Schema["appointments"]["$inferSelect"];
  /** One of its slots: its page is where everything can be done. */
  slotId: string;
  operative: string;
  repair: Pick<Schema["repairs"]["$inferSelect"], "reference" | "problem" | "hazard" | "dueOn" | "trade">;
  home: Schema["homes"]["$inferSelect"];
  /** Whose shared areas it is in; null where it is in the home. */
  block: { name: string } | null;
  /** Null where retention has emptied it. */
  contact: Schema["contacts"]["$inferSelect"] | null;
  needs: Schema["visitNeeds"]["$inferSelect"] | null;
}

async function visitsWhere(query: Query, schema: Schema, where: SQL | undefined): Promise<VisitToMove[]> {
  const { slots, appointments, repairs, homes, blocks, operatives, contacts, visitNeeds } = schema;
  const { reference, problem, hazard, dueOn, trade } = repairs;
  const rows = await query
    .select({
      appointment: appointments,
      slotId: slots.id,
      operative: operatives.name,
      repair: { reference, problem, hazard, dueOn, trade },
      home: homes,
      block: { name: blocks.name },
      contact: contacts,
      needs: visitNeeds,
    })
    .from(slots)
    .innerJoin(appointments, eq(appointments.id, slots.appointmentId))
    .innerJoin(repairs, eq(repairs.id, appointments.repairId))
    .innerJoin(homes, eq(homes.uprn, repairs.uprn))
    .innerJoin(operatives, eq(operatives.id, slots.operativeId))
    .leftJoin(blocks, eq(blocks.id, repairs.blockId))
    .leftJoin(contacts, eq(contacts.repairId, repairs.id))
    .leftJoin(visitNeeds, eq(visitNeeds.repairId, repairs.id))
    .where(and(eq(appointments.status, "booked"), where))
    .orderBy(asc(appointments.date), asc(appointments.starts), asc(appointments.id), asc(slots.part));
  const seen = new Set<string>();
  return rows.filter(({ appointment: { id } }) => !seen.has(id) && seen.add(id));
}

/** Closed, and somebody's: index slots_to_move has these alone. */
const isToMove = ({ slots }: Schema) => and(isNotNull(slots.appointmentId), sql`NOT ${slots.open}`);

/** The appointments that need moving from a date on. By themselves: joined to anything, SQLite reads the whole calendar for them. */
const idsToMove = (query: Query, schema: Schema, from: LocalDate | SQL) =>
  query
    .select({ id: schema.slots.appointmentId })
    .from(schema.slots)
    .where(and(isToMove(schema), gte(schema.slots.date, from)));

/** The visits that need moving from a local date on, the soonest first. */
export function visitsToMove(query: Query, schema: Schema, from: LocalDate): Promise<VisitToMove[]> {
  return visitsWhere(query, schema, and(isToMove(schema), inArray(schema.slots.appointmentId, idsToMove(query, schema, from))));
}

/** Those of some appointments that need moving. */
export function visitsToMoveAmong(query: Query, schema: Schema, ids: readonly string[]): Promise<VisitToMove[]> {
  return visitsWhere(query, schema, and(isToMove(schema), inArray(schema.appointments.id, [...ids])));
}

/** How many visits need moving from a local date on. */
export async function countToMove(query: Query, schema: Schema, from: LocalDate): Promise<number> {
  const { slots, appointments } = schema;
  const build = (q: Query) =>
    q
      .select({ visits: count() })
      .from(appointments)
      .where(and(inArray(appointments.id, idsToMove(q, schema, given(slots.date, "from"))), eq(appointments.status, "booked")));
  const [found] = await run(query, "count to move", build, { from });
  return found?.visits ?? 0;
}
