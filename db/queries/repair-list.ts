import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  min,
  notExists,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { RepairSearch } from "#app/domain/repair-query.ts";
import type { Role } from "#app/domain/staff.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** Which repairs a list has; what is left out does not matter. */
export interface RepairFilter {
  search?: RepairSearch | undefined;
  status?: string | undefined;
  trade?: string | undefined;
  priority?: string | undefined;
  patch?: string | undefined;
  /** "slot": no appointment is booked; else the code of what it waits for. */
  waiting?: string | undefined;
  isOverdue: boolean;
  needsMoving: boolean;
  /** Raised at this instant or later. */
  since?: Date | undefined;
  /** Whose list it is: repairs of homes that are restricted to other roles are not in it. */
  role?: Role | undefined;
  /** When "overdue" is asked, and its local date. */
  now: Date;
  today: LocalDate;
}

/** SQLite lowers these letters alone, and PostgreSQL does under the collation of our columns. */
const lowered = (typed: string) => typed.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Whether each word begins a word of some text. All names are read for it, through an index of nothing else: about 50 ms for 100,000. */
function hasWords(text: SQL, words: string[]): SQL | undefined {
  return and(...words.map((word) => sql`${text} like ${`% ${lowered(word).replace(/[%_\\]/g, "\\$&")}%`} escape '\\'`));
}

function isFound(query: Query, { repairs, homes, contacts }: Schema, search: RepairSearch): SQL | undefined {
  const at = query.select({ uprn: homes.uprn }).from(homes);
  const of = query.select({ id: contacts.repairId }).from(contacts);
  if ("postcode" in search) return inArray(repairs.uprn, at.where(eq(homes.postcode, search.postcode)));
  if ("phone" in search) return inArray(repairs.id, of.where(or(eq(contacts.phone, search.phone), eq(contacts.visitPhone, search.phone))));
  const { line1, line2, line3, town } = homes;
  const address = sql`lower(' ' || ${line1} || ' ' || coalesce(${line2}, '') || ' ' || coalesce(${line3}, '') || ' ' || coalesce(${town}, ''))`;
  const names = sql`lower(' ' || ${contacts.name} || ' ' || coalesce(${contacts.visitName}, ''))`;
  return or(inArray(repairs.uprn, at.where(hasWords(address, search.words))), inArray(repairs.id, of.where(hasWords(names, search.words))));
}

const booked = (query: Query, { appointments, repairs }: Schema) =>
  query
    .select({ date: min(appointments.date) })
    .from(appointments)
    .where(and(eq(appointments.repairId, repairs.id), eq(appointments.status, "booked")));

/** Repairs with a promise in a slot that was closed: written so that the index of those few slots serves it. */
const moving = (query: Query, { appointments, slots }: Schema) =>
  query
    .select({ repairId: appointments.repairId })
    .from(slots)
    .innerJoin(appointments, and(eq(appointments.id, slots.appointmentId), eq(appointments.status, "booked")))
    .where(and(isNotNull(slots.appointmentId), sql`NOT ${slots.open}`));

function waitsFor(query: Query, schema: Schema, waiting: string): SQL | undefined {
  const { repairs, appointments } = schema;
  const live = query
    .select({ id: appointments.id })
    .from(appointments)
    .where(and(eq(appointments.repairId, repairs.id), eq(appointments.status, "booked")));
  // What a tenant said online waits for an officer, though there is a visit.
  if (waiting === "cancel" || waiting === "worse") return and(eq(repairs.status, "open"), eq(repairs.waitsFor, waiting));
  return and(eq(repairs.status, "open"), notExists(live), waiting === "slot" ? undefined : eq(repairs.waitsFor, waiting));
}

/** A promise that is broken, as domain/target has it, of a repair that is still open. */
function isLate({ repairs }: Schema, { now, today }: RepairFilter): SQL | undefined {
  return and(eq(repairs.status, "open"), or(lt(repairs.dueAt, now), and(isNull(repairs.dueAt), lt(repairs.dueOn, today))));
}

/** The homes that are restricted to other roles: few, and in an index of their own. */
const closedTo = (query: Query, { homes }: Schema, role: Role) =>
  query
    .select({ uprn: homes.uprn })
    .from(homes)
    .where(and(isNotNull(homes.restrictedTo), sql`' ' || ${homes.restrictedTo} || ' ' not like ${`% ${role} %`}`));

function matching(query: Query, schema: Schema, filter: RepairFilter): SQL | undefined {
  const { repairs, homes } = schema;
  const { search, status, trade, priority, patch, waiting, since } = filter;
  const inPatch = (patchId: string) =>
    exists(
      query
        .select({ uprn: homes.uprn })
        .from(homes)
        .where(and(eq(homes.uprn, repairs.uprn), eq(homes.patchId, patchId))),
    );
  return and(
    search && isFound(query, schema, search),
    status ? eq(repairs.status, status) : undefined,
    trade ? eq(repairs.trade, trade) : undefined,
    priority ? eq(repairs.priority, priority) : undefined,
    patch ? inPatch(patch) : undefined,
    waiting ? waitsFor(query, schema, waiting) : undefined,
    filter.isOverdue ? isLate(schema, filter) : undefined,
    filter.needsMoving ? inArray(repairs.id, moving(query, schema)) : undefined,
    since ? gte(repairs.raisedAt, since) : undefined,
    filter.role && notInArray(repairs.uprn, closedTo(query, schema, filter.role)),
  );
}

/** A line of a list: no name, no phone number, nothing anybody wrote. */
function lines(query: Query, schema: Schema) {
  const { repairs, homes, blocks, trades, patches } = schema;
  const toMove = moving(query, schema);
  return query
    .select({
      repair: repairs,
      home: homes,
      /** Whose shared areas it is in; null where it is in the home. */
      block: { name: blocks.name },
      trade: trades.name,
      patch: patches.name,
      /** The local date of its next promise. */
      visitOn: sql<LocalDate | null>`${booked(query, schema)}`,
      needsMoving: sql`case when ${inArray(repairs.id, toMove)} then 1 else 0 end`.mapWith(Boolean),
    })
    .from(repairs)
    .innerJoin(homes, eq(homes.uprn, repairs.uprn))
    .leftJoin(blocks, eq(blocks.id, repairs.blockId))
    .leftJoin(trades, eq(trades.id, repairs.trade))
    .leftJoin(patches, eq(patches.id, homes.patchId));
}

export type RepairLine = Awaited<ReturnType<typeof lines>>[number];

/** How many repairs match. */
export async function countRepairs(query: Query, schema: Schema, filter: RepairFilter): Promise<number> {
  const [found] = await query
    .select({ total: count() })
    .from(schema.repairs)
    .where(matching(query, schema, filter));
  return found?.total ?? 0;
}

/** Every order ends with the id, so that no repair is on two pages or on none. */
function orderOf({ repairs, homes }: Schema, sort: string): SQL[] {
  if (sort === "due") return [asc(repairs.dueOn), sql`${repairs.dueAt} is null`, asc(repairs.dueAt), asc(repairs.id)];
  if (sort === "address") return [asc(homes.sortKey), asc(repairs.uprn), desc(repairs.id)];
  return [desc(repairs.raisedAt), desc(repairs.id)];
}

/**
 * Some of the repairs that match, in an order (domain/repair-query): `limit` of them from the `offset`th on. Their ids are found first, so
 * that what is passed over is neither joined nor carried through the sort.
 */
export async function findRepairs(
  query: Query,
  schema: Schema,
  { filter, sort, limit, offset }: { filter: RepairFilter; sort: string; limit: number; offset: number },
): Promise<RepairLine[]> {
  const { repairs, homes } = schema;
  const order = orderOf(schema, sort);
  const all = query.select({ id: repairs.id }).from(repairs);
  const placed = sort === "address" ? all.innerJoin(homes, eq(homes.uprn, repairs.uprn)) : all;
  const page = placed
    .where(matching(query, schema, filter))
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return await lines(query, schema)
    .where(inArray(repairs.id, page))
    .orderBy(...order);
}

/** The next repairs that match, the newest first, that were made before the one with this id: a file is written some at a time. */
export async function repairsBefore(
  query: Query,
  schema: Schema,
  { filter, before, limit }: { filter: RepairFilter; before: string | undefined; limit: number },
): Promise<RepairLine[]> {
  const { repairs } = schema;
  return await lines(query, schema)
    .where(and(matching(query, schema, filter), before === undefined ? undefined : lt(repairs.id, before)))
    .orderBy(desc(repairs.id))
    .limit(limit);
}
