import { and, asc, count, eq, inArray, max, ne } from "drizzle-orm";
import { SYSTEM, TENANTS_CHANNELS } from "#app/domain/acting.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** A repair that a message's link names, with what its link's end is counted from. */
interface LinkedRepair {
  repairId: string;
  messageId: string;
  createdAt: Date;
  /** Null where no visit was ever promised. */
  lastVisit: LocalDate | null;
}

/** The repair of a link's token (its SHA-256); undefined where there is none, or the link is for whoever is on duty. */
export async function linkedRepair(query: Query, { messages, appointments }: Schema, tokenHash: string): Promise<LinkedRepair | undefined> {
  const { repairId, id: messageId, createdAt } = messages;
  const [found] = await query
    .select({ repairId, messageId, createdAt })
    .from(messages)
    .where(and(eq(messages.tokenHash, tokenHash), ne(messages.kind, "emergency")));
  if (!found) return undefined;
  const isPromised = and(eq(appointments.repairId, found.repairId), ne(appointments.status, "cancelled"));
  const [visits] = await query
    .select({ last: max(appointments.date) })
    .from(appointments)
    .where(isPromised);
  return { ...found, lastVisit: visits?.last ?? null };
}

/** The reference of a repair; undefined where there is none. */
export async function referenceOf(query: Query, { repairs }: Schema, id: string): Promise<string | undefined> {
  const [found] = await query.select({ reference: repairs.reference }).from(repairs).where(eq(repairs.id, id));
  return found?.reference;
}

/** When each reminder of a visit was sent, the first first. */
export async function remindersSent(query: Query, { messages }: Schema, repairId: string): Promise<Date[]> {
  const { sentAt, kind, status } = messages;
  const rows = await query
    .select({ sentAt })
    .from(messages)
    .where(and(eq(messages.repairId, repairId), eq(kind, "reminder"), eq(status, "sent")))
    .orderBy(asc(sentAt));
  return rows.flatMap((row) => row.sentAt ?? []);
}

/** How often its tenant has moved an appointment, or had it moved by phone. Whoever asks has locked it. */
export async function countOwnMoves(query: Query, { events }: Schema, { id, repairId }: { id: string; repairId: string }): Promise<number> {
  const { appointmentId, what, who, channel } = events;
  const isOwn = and(inArray(channel, [...TENANTS_CHANNELS]), ne(who, SYSTEM));
  const own = and(eq(events.repairId, repairId), eq(appointmentId, id), eq(what, "appointment moved"), isOwn);
  const [found] = await query.select({ moves: count() }).from(events).where(own);
  return found?.moves ?? 0;
}

/** A visit that its tenant gave up, too late for nobody to have set out. */
export interface GivenUp {
  appointment: Schema["appointments"]["$inferSelect"];
  home: Schema["homes"]["$inferSelect"];
  reference: string;
  at: Date;
  /** Who would have come; null where nobody would. */
  operativeId: string | null;
}

/** The visits of a date that their tenants gave up late, by time. */
export async function givenUpOn(query: Query, schema: Schema, date: LocalDate): Promise<GivenUp[]> {
  const { appointments: appointment, repairs, homes: home, events } = schema;
  const rows = await query
    .select({ appointment, home, reference: repairs.reference, at: events.at, after: events.after })
    .from(appointment)
    .innerJoin(repairs, eq(repairs.id, appointment.repairId))
    .innerJoin(home, eq(home.uprn, repairs.uprn))
    .innerJoin(events, and(eq(events.repairId, repairs.id), eq(events.appointmentId, appointment.id), eq(events.what, "visit given up")))
    .where(eq(appointment.date, date))
    .orderBy(asc(appointment.starts), asc(appointment.id));
  const late = rows.filter(({ after }) => after?.late === "yes");
  return late.map(({ after, ...row }) => ({ ...row, operativeId: typeof after?.operativeId === "string" ? after.operativeId : null }));
}
