import { Column, getTableColumns, getTableName, is, SQL, sql, type Table } from "drizzle-orm";
import type { Query } from "./client.ts";

/** What a statement answers with: a promise on PostgreSQL; on SQLite what can be had at once. */
type Answer<Row> = Row | Promise<Row> | { sync(): Row };

interface Statement<Row> {
  execute(values: Record<string, unknown>): Answer<Row>;
}

interface Decoder {
  mapFromDriverValue(value: unknown): unknown;
}

/**
 * What Drizzle keeps with a prepared query about its rows: the columns, which joined tables always have a row, and a mapper of its own for
 * its other kind of query.
 */
interface Rows {
  fields?: { path: string[]; field: unknown }[];
  joinsNotNullableMap?: Record<string, boolean>;
  customResultMapper?: (rows: unknown[][]) => unknown[];
}

type Row = Record<string, unknown>;

/** The columns that make one object of a row: the row itself, or one of its own. */
interface Part {
  /** The table that its columns are of, where that is joined and may have no row: the object is null then. */
  joined: string | undefined;
  columns: { at: number; name: string; decoder: Decoder }[];
}

function decoderOf(field: unknown): Decoder | undefined {
  if (is(field, Column)) return field;
  return is(field, SQL) ? (field as unknown as { decoder: Decoder }).decoder : undefined;
}

/** The table of a column, where it is joined and may have no row. */
function joinedTable(field: unknown, { joinsNotNullableMap = {} }: Rows): string | undefined {
  const table = is(field, Column) ? getTableName(field.table) : "";
  return joinsNotNullableMap[table] === false ? table : undefined;
}

/** The parts of a row by their names, the row itself by none; undefined where there are columns of other kinds. */
function partsOf(statement: Rows): Map<string, Part> | undefined {
  const parts = new Map<string, Part>();
  for (const [at, { path, field }] of (statement.fields ?? []).entries()) {
    const decoder = decoderOf(field);
    const [name = "", key = ""] = path.toReversed();
    if (!decoder || path.length > 2) return undefined;
    const joined = key === "" ? undefined : joinedTable(field, statement);
    const part = parts.get(key) ?? { joined, columns: [] };
    parts.set(key, { joined: joined === part.joined ? joined : undefined, columns: [...part.columns, { at, name, decoder }] });
  }
  return parts;
}

function decoded({ joined, columns }: Part, values: unknown[]): Row | null {
  const row: Row = {};
  let isThere = joined === undefined;
  for (const { at, name, decoder } of columns) {
    const value = values[at];
    isThere ||= value !== null;
    row[name] = value === null ? null : decoder.mapFromDriverValue(value);
  }
  return isThere ? row : null;
}

/** Finds once how each column is decoded. Drizzle finds it again for every value of every row, which took a sixth of a look-up. */
function decodeOnce(statement: Rows) {
  const parts = partsOf(statement);
  if (!parts?.size) return;
  const { "": own, ...joined } = Object.fromEntries(parts);
  const others = Object.entries(joined);
  statement.customResultMapper = (rows) =>
    rows.map((values) => {
      const row = (own && decoded(own, values)) ?? {};
      for (const [key, part] of others) row[key] = decoded(part, values);
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
