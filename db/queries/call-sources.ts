import { and, asc, count, eq, exists, inArray, isNull, lte, ne, not, or, type SQL, sql } from "drizzle-orm";
import { isUrgentTask, type TaskKind } from "#app/domain/call-task.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { countToMove, visitsToMove } from "./to-move.ts";

/** Somebody who must be reached. */
export interface TaskSource {
  kind: TaskKind;
  /** The id of the repair, request, message or appointment. */
  subject: string;
  isUrgent: boolean;
  since: Date;
  /** Of the repair or the request. */
  reference: string;
}

interface Asked {
  /** One alone; left out: some of all there are. */
  subject?: string | undefined;
  most: number;
  now: Date;
}

type Found = Omit<TaskSource, "kind">;

/** Open, waiting for what says so, and with no visit to come. */
function isWaiting(query: Query, { repairs, appointments }: Schema, waits: SQL | undefined): SQL | undefined {
  const isBooked = and(eq(appointments.repairId, repairs.id), eq(appointments.status, "booked"));
  const hasVisit = exists(query.select({ id: appointments.id }).from(appointments).where(isBooked));
  return and(eq(repairs.status, "open"), waits, not(hasVisit));
}

/** Whether to cancel, a look, and whoever is on duty are for officers. */
const TO_ARRANGE = ["officer", "plan", "identity"];

function repairsOf(kind: "call" | "unbooked", query: Query, schema: Schema) {
  const { waitsFor } = schema.repairs;
  return isWaiting(query, schema, kind === "call" ? eq(waitsFor, "call") : or(isNull(waitsFor), inArray(waitsFor, TO_ARRANGE)));
}

async function repairTasks(kind: "call" | "unbooked", query: Query, schema: Schema, { subject, most, now }: Asked): Promise<Found[]> {
  const { id, reference, hazard, dueOn, raisedAt } = schema.repairs;
  const rows = await query
    .select({ id, reference, hazard, dueOn, raisedAt })
    .from(schema.repairs)
    .where(and(repairsOf(kind, query, schema), subject === undefined ? undefined : eq(id, subject)))
    .orderBy(sql`${hazard} is null`, asc(dueOn), asc(id))
    .limit(most);
  const today = localDate(now);
  return rows.map((row) => ({ subject: row.id, reference: row.reference, since: row.raisedAt, isUrgent: isUrgentTask(row, today) }));
}

function messagesOf(kind: "tell" | "failed", { messages: { status, channel, dueAt, kind: said } }: Schema, now: Date): SQL | undefined {
  if (kind === "failed") return and(eq(status, "failed"), ne(said, "emergency"));
  return and(eq(status, "waiting"), eq(channel, "call"), lte(dueAt, now));
}

async function messageTasks(kind: "tell" | "failed", query: Query, schema: Schema, { subject, most, now }: Asked): Promise<Found[]> {
  const { messages, repairs, appointments } = schema;
  const { hazard, reference } = repairs;
  const rows = await query
    .select({ id: messages.id, since: messages.dueAt, hazard, reference, visitOn: appointments.date })
    .from(messages)
    .innerJoin(repairs, eq(repairs.id, messages.repairId))
    .leftJoin(appointments, eq(appointments.id, messages.appointmentId))
    .where(and(messagesOf(kind, schema, now), subject === undefined ? undefined : eq(messages.id, subject)))
    .orderBy(sql`${hazard} is null`, asc(messages.dueAt), asc(messages.id))
    .limit(most);
  const today = localDate(now);
  return rows.map((row) => ({ subject: row.id, reference: row.reference, since: row.since, isUrgent: isUrgentTask(row, today) }));
}

async function requestTasks(query: Query, { requests }: Schema, { subject, most }: Asked): Promise<Found[]> {
  const rows = await query
    .select({ id: requests.id, reference: requests.reference, since: requests.askedAt })
    .from(requests)
    .where(and(isNull(requests.closedAt), subject === undefined ? undefined : eq(requests.id, subject)))
    .orderBy(asc(requests.askedAt), asc(requests.id))
    .limit(most);
  return rows.map(({ id, ...row }) => ({ ...row, subject: id, isUrgent: false }));
}

async function movingTasks(query: Query, schema: Schema, { subject, most, now }: Asked): Promise<Found[]> {
  const today = localDate(now);
  const visits = await visitsToMove(query, schema, today);
  const asked = visits.filter(({ appointment }) => subject === undefined || appointment.id === subject);
  return asked.slice(0, most).map(({ appointment: { id, date }, repair: { reference, hazard } }) => ({
    ...{ subject: id, reference, since: now, isUrgent: isUrgentTask({ hazard, visitOn: date }, today) },
  }));
}

/** Those who must be reached for one reason, as far as they are wanted: what is urgent first. */
export async function taskSources(query: Query, schema: Schema, kind: TaskKind, asked: Asked): Promise<TaskSource[]> {
  const find = {
    call: () => repairTasks("call", query, schema, asked),
    unbooked: () => repairTasks("unbooked", query, schema, asked),
    tell: () => messageTasks("tell", query, schema, asked),
    failed: () => messageTasks("failed", query, schema, asked),
    request: () => requestTasks(query, schema, asked),
    moving: () => movingTasks(query, schema, asked),
  };
  return (await find[kind]()).map((each) => ({ kind, ...each }));
}

/** How many must be reached for one reason. */
export async function countSources(query: Query, schema: Schema, kind: TaskKind, now: Date): Promise<number> {
  const { repairs, messages, requests } = schema;
  const total = async (table: typeof repairs | typeof messages | typeof requests, where: SQL | undefined) => {
    const [found] = await query.select({ total: count() }).from(table).where(where);
    return found?.total ?? 0;
  };
  if (kind === "moving") return countToMove(query, schema, localDate(now));
  if (kind === "request") return total(requests, isNull(requests.closedAt));
  if (kind === "tell" || kind === "failed") return total(messages, messagesOf(kind, schema, now));
  return total(repairs, repairsOf(kind, query, schema));
}
