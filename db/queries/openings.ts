import { and, eq, gte, isNotNull, lt, ne, type SQL, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import { allGiven, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

export type Opening = Required<Schema["openings"]["$inferInsert"]>;

/** From an instant until before another. */
export interface Span {
  from: Date;
  until: Date;
}

/** Adds that somebody of staff opened something. */
export async function addOpening(tx: Query, { openings }: Schema, values: Opening): Promise<void> {
  await run(tx, "add_opening", (q) => q.insert(openings).values(allGiven(openings)), values);
}

const within = ({ openings }: Schema, { from, until }: Span): SQL | undefined =>
  and(gte(openings.at, from), lt(openings.at, until), isNotNull(openings.uprn));

/** Whoever opened which home, and how often; `refused` counts what was refused since the home is restricted. */
export async function homesOpened(
  query: Query,
  schema: Schema,
  span: Span,
): Promise<{ who: string; uprn: string | null; times: number; refused: number }[]> {
  const { who, uprn, what } = schema.openings;
  const refused = sql<number>`sum(case when ${what} = 'refused' then 1 else 0 end)`.mapWith(Number);
  const times = sql<number>`sum(case when ${what} = 'refused' then 0 else 1 end)`.mapWith(Number);
  return await query.select({ who, uprn, times, refused }).from(schema.openings).where(within(schema, span)).groupBy(who, uprn);
}

type Pair = { who: string; uprn: string | null };

/** The homes that somebody opened and took a call from, or changed anything of, in the same span. */
export async function openedWithReason(query: Query, schema: Schema, span: Span): Promise<Pair[]> {
  const { openings, calls, events, repairs } = schema;
  const { who, uprn } = openings;
  const isThen = and(eq(events.who, who), gte(events.at, span.from), lt(events.at, span.until));
  const called = await query
    .selectDistinct({ who, uprn })
    .from(openings)
    .innerJoin(calls, and(eq(calls.staffId, who), eq(calls.uprn, uprn), gte(calls.startedAt, span.from), lt(calls.startedAt, span.until)))
    .where(within(schema, span));
  const changed = await query
    .selectDistinct({ who, uprn })
    .from(openings)
    .innerJoin(repairs, eq(repairs.uprn, uprn))
    .innerJoin(events, and(eq(events.repairId, repairs.id), isThen))
    .where(within(schema, span));
  const kept = await query
    .selectDistinct({ who, uprn })
    .from(openings)
    .innerJoin(events, and(eq(events.uprn, uprn), isThen))
    .where(within(schema, span));
  return [...called, ...changed, ...kept];
}

/** Who lives in the homes that were opened, by name; each pair of a home and a name once. */
export async function tenantsOpened(query: Query, schema: Schema, span: Span): Promise<{ uprn: string | null; name: string }[]> {
  const { openings, tenancies, tenants } = schema;
  return await query
    .selectDistinct({ uprn: openings.uprn, name: tenants.name })
    .from(openings)
    .innerJoin(tenancies, eq(tenancies.uprn, openings.uprn))
    .innerJoin(tenants, eq(tenants.tenancyId, tenancies.id))
    .where(and(within(schema, span), ne(openings.what, "refused")));
}

/** The files that staff took away. */
export async function exportsIn(query: Query, { openings }: Schema, { from, until }: Span): Promise<{ who: string; file: string }[]> {
  const rows = await query
    .select({ who: openings.who, file: openings.file })
    .from(openings)
    .where(and(gte(openings.at, from), lt(openings.at, until), eq(openings.what, "export")));
  return rows.map(({ who, file }) => ({ who, file: file ?? "" }));
}
