import { Column, getTableColumns, is, SQL, sql, type Table } from "drizzle-orm";
import type { Query } from "./client.ts";

/** What a statement answers with: a promise on PostgreSQL; on SQLite what can be had at once. */
type Answer<Row> = Row | Promise<Row> | { sync(): Row };

interface Statement<Row> {
  execute(values: Record<string, unknown>): Answer<Row>;
}

type Decode = (value: unknown) => unknown;

/** What Drizzle keeps with a prepared query about its rows: the columns, and a mapper of its own for its other kind of query. */
interface Rows {
  fields?: { path: string[]; field: unknown }[];
  customResultMapper?: (rows: unknown[][]) => unknown[];
}

/**
 * Finds once how each column is decoded. Drizzle finds it again for every value of every row, which took a sixth of a look-up. Rows that
 * join tables, and columns of other kinds, stay Drizzle's.
 */
function decodeOnce(statement: Rows) {
  const columns = statement.fields?.map(({ path, field }) => {
    const decoder = is(field, Column)
      ? field
      : is(field, SQL)
        ? (field as unknown as { decoder: { mapFromDriverValue: Decode } }).decoder
        : undefined;
    return path.length === 1 && decoder ? { name: path[0] ?? "", decoder } : undefined;
  });
  if (!columns?.every((column) => column !== undefined)) return;
  statement.customResultMapper = (rows) =>
    rows.map((values) => {
      const row: Record<string, unknown> = {};
      let at = 0;
      for (const { name, decoder } of columns) {
        const value = values[at++];
        row[name] = value === null ? null : decoder.mapFromDriverValue(value);
      }
      return row;
    });
}

const prepared = new WeakMap<object, Map<string, Statement<unknown>>>();

/**
 * Runs a statement of a hot path. It is built once for each query runner and name, prepared once on each connection (PostgreSQL's
 * server keeps the plan under the name), then only filled with values. A name stands for one statement.
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
    decodeOnce(statement as Rows);
    known.set(name, statement);
  }
  return await answerOf(statement.execute(values));
}

/** SQLite's answer at once: Drizzle's promises around it take longer than many a statement. */
function answerOf<Row>(answer: Answer<Row>): Row | Promise<Row> {
  return answer && typeof answer === "object" && "sync" in answer ? answer.sync() : answer;
}

/** A value to be filled in later, encoded as the column needs it (instants, flags, json). NULL is NULL in every column. */
export function given(column: Column, name: string) {
  const encoder = { mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)) };
  return sql`${sql.param(sql.placeholder(name), encoder)}`;
}

/** A placeholder for every column of a table, under the column's own name: what an insert of a hot path is filled with. */
export function allGiven<T extends Table>(table: T): T["$inferInsert"] {
  const columns = Object.entries(getTableColumns(table));
  return Object.fromEntries(columns.map(([name, column]) => [name, given(column, name)])) as T["$inferInsert"];
}
