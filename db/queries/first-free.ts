import { and, eq, exists, gte, lte, min, type SQL } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";
import { isFree } from "./slots.ts";

/** A slot is of an operative who has the trade and covers the patch, each where one is named. */
export function isOfOperatives(
  query: Query,
  { slots, operativeTrades: ofTrade, operativePatches: ofPatch }: Schema,
  { trade, patch }: { trade: string | SQL | undefined; patch: string | SQL | undefined },
) {
  const own = { trade: eq(ofTrade.operativeId, slots.operativeId), patch: eq(ofPatch.operativeId, slots.operativeId) };
  return and(
    trade === undefined
      ? undefined
      : exists(
          query
            .select()
            .from(ofTrade)
            .where(and(own.trade, eq(ofTrade.tradeId, trade))),
        ),
    patch === undefined
      ? undefined
      : exists(
          query
            .select()
            .from(ofPatch)
            .where(and(own.patch, eq(ofPatch.patchId, patch))),
        ),
  );
}

interface Asked {
  /** Local dates, both included. */
  first: LocalDate;
  last: LocalDate;
  trade: string | undefined;
  patch: string | undefined;
  now: Date;
}

/** The first date between two on which somebody of the trade and the patch has a slot free that is kept for nobody; null where nobody has. */
export async function firstFreeDate(query: Query, schema: Schema, { trade, patch, ...values }: Asked): Promise<LocalDate | null> {
  const { slots, trades, patches } = schema;
  const own = { trade: trade && given(trades.id, "trade"), patch: patch && given(patches.id, "patch") };
  const [found] = await run(
    query,
    ["first free date", own.trade && "of a trade", own.patch && "in a patch"].join(" "),
    (q) =>
      q
        .select({ date: min(slots.date) })
        .from(slots)
        .where(
          and(
            ...[gte(slots.date, given(slots.date, "first")), lte(slots.date, given(slots.date, "last"))],
            ...[isFree(schema), isOfOperatives(q, schema, { trade: own.trade || undefined, patch: own.patch || undefined })],
          ),
        ),
    { ...values, trade, patch, priority: "" },
  );
  return found?.date ?? null;
}
