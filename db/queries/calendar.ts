import { and, asc, desc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import type { CalendarOperative, CalendarSlot } from "#app/domain/calendar-week.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { compareText } from "#app/domain/ordering.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/** Which operatives the calendar shows: of a trade, of a patch, or one. */
export interface CalendarFilter {
  trade?: string | undefined;
  patch?: string | undefined;
  operative?: string | undefined;
}

/** The active operatives of a filter with their trades and patches by name, in the order of their first trade (the one asked for) and then of their names. */
export async function findOperatives(query: Query, schema: Schema, filter: CalendarFilter): Promise<CalendarOperative[]> {
  const { operatives, operativeTrades, operativePatches, trades, patches } = schema;
  const rows = await query
    .select({ id: operatives.id, name: operatives.name, tradeId: trades.id, trade: trades.name, patchId: patches.id, patch: patches.name })
    .from(operatives)
    .leftJoin(operativeTrades, eq(operativeTrades.operativeId, operatives.id))
    .leftJoin(trades, eq(trades.id, operativeTrades.tradeId))
    .leftJoin(operativePatches, eq(operativePatches.operativeId, operatives.id))
    .leftJoin(patches, eq(patches.id, operativePatches.patchId))
    .where(and(eq(operatives.active, true), filter.operative === undefined ? undefined : eq(operatives.id, filter.operative)))
    .orderBy(
      ...(filter.trade === undefined ? [] : [desc(eq(trades.id, filter.trade))]),
      asc(trades.name),
      asc(operatives.name),
      asc(operatives.id),
      asc(patches.name),
    );
  const asked = [filter.trade, filter.patch].filter((key) => key !== undefined);
  return gathered(rows).filter(({ ids }) => asked.every((key) => ids.has(key)));
}

interface OperativeRow {
  id: string;
  name: string;
  tradeId: string | null;
  trade: string | null;
  patchId: string | null;
  patch: string | null;
}

/** Operatives of rows that say one trade and one patch each. */
function gathered(rows: readonly OperativeRow[]): (CalendarOperative & { ids: Set<string | null> })[] {
  const found = new Map<string, { trades: Set<string | null>; patches: Set<string | null>; ids: Set<string | null>; name: string }>();
  for (const { id, name, tradeId, trade, patchId, patch } of rows) {
    const one = found.get(id) ?? { name, trades: new Set(), patches: new Set(), ids: new Set() };
    found.set(id, one);
    one.trades.add(trade);
    one.patches.add(patch);
    one.ids.add(tradeId).add(patchId);
  }
  const names = (all: Set<string | null>) => [...all].filter((name) => name !== null);
  return [...found].map(([id, { name, ids, trades, patches }]) => ({ id, name, ids, trades: names(trades), patches: names(patches) }));
}

/** The slots of operatives from one local date to another (both included), each with what tells its visit from another. */
export async function findSlots(
  query: Query,
  { slots, appointments, repairs, homes, blocks }: Schema,
  { operatives, first, last }: { operatives: readonly string[]; first: LocalDate; last: LocalDate },
): Promise<CalendarSlot[]> {
  const { id, operativeId, date, window, place, starts, open, withdrawn, reason, appointmentId, expiresAt, keptFor, keptUntil } = slots;
  const whose = operatives.map((_, at) => sql.placeholder(`operative${at}`));
  const build = (q: Query) =>
    q
      .select({
        ...{ id, operativeId, date, window, place, starts, open, withdrawn, reason, appointmentId, expiresAt, keptFor, keptUntil },
        ...{
          line1: homes.line1,
          uprn: homes.uprn,
          restrictedTo: homes.restrictedTo,
          block: blocks.name,
          problem: repairs.problem,
          hazard: repairs.hazard,
        },
      })
      .from(slots)
      .leftJoin(appointments, eq(appointments.id, slots.appointmentId))
      .leftJoin(repairs, eq(repairs.id, appointments.repairId))
      .leftJoin(homes, eq(homes.uprn, repairs.uprn))
      .leftJoin(blocks, eq(blocks.id, repairs.blockId))
      .where(and(inArray(operativeId, whose), gte(date, given(date, "first")), lte(date, given(date, "last"))));
  const named = Object.fromEntries(operatives.map((operative, at) => [`operative${at}`, operative]));
  return await run(query, `slots of ${operatives.length} operatives`, build, { ...named, first, last });
}

/** What the calendar can be narrowed to. */
export interface FilterOption {
  kind: "trade" | "patch" | "operative";
  id: string;
  name: string;
}

/** The trades, the patches and the active operatives there are, by name, for a filter to choose from. */
export async function findFilters(query: Query, { trades, patches, operatives }: Schema): Promise<FilterOption[]> {
  const kind = (name: FilterOption["kind"]) => sql<FilterOption["kind"]>`${sql.raw(`'${name}'`)}`.as("kind");
  const build = (q: Query) =>
    q
      .select({ kind: kind("trade"), id: trades.id, name: trades.name })
      .from(trades)
      .unionAll(q.select({ kind: kind("patch"), id: patches.id, name: patches.name }).from(patches))
      .unionAll(
        q
          .select({ kind: kind("operative"), id: operatives.id, name: operatives.name })
          .from(operatives)
          .where(eq(operatives.active, true)),
      );
  const all = await run<FilterOption[]>(query, "what there is to filter by", build, {});
  return all.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
