import { type Column, sql } from "drizzle-orm";
import type { Query } from "./client.ts";

interface Statement<Row> {
  execute(values: Record<string, unknown>): Row | Promise<Row>;
}

const prepared = new WeakMap<object, Map<string, Statement<unknown>>>();

/**
 * Runs a statement of a hot path. It is built and prepared once for each query runner and name (once for all on SQLite's
 * connections; once a transaction on PostgreSQL, whose server keeps the plan under the name), then only filled with values.
 */
export async function run<Row>(
  query: Query,
  name: string,
  build: (query: Query) => { prepare(name: string): Statement<Row> },
  values: Record<string, unknown>,
): Promise<Row> {
  const known = prepared.get(query) ?? new Map<string, Statement<unknown>>();
  if (known.size === 0) prepared.set(query, known);
  let statement = known.get(name) as Statement<Row> | undefined;
  if (!statement) {
    statement = build(query).prepare(name);
    known.set(name, statement);
  }
  return await statement.execute(values);
}

/** A value to be filled in later, encoded as the column needs it (instants, flags, json). */
export function given(column: Column, name: string) {
  return sql`${sql.param(sql.placeholder(name), column)}`;
}
