import type { Database } from "better-sqlite3";
import pg from "pg";
import { connectSqlite } from "#db/sqlite.ts";

export type Values = Record<string, unknown>;
/** Statements of one transaction: each is run when it is yielded, and comes back as its rows. */
export type Steps<Name extends string> = Generator<{ run: Name; values: Values }, void, Record<string, string>[]>;

/** A bare connection with statements prepared on it. */
export interface Raw<Name extends string> {
  /** Runs one statement outside a transaction. */
  all(name: Name, values: Values): unknown;
  /** Runs steps as one transaction. */
  transact(steps: () => Steps<Name>): unknown;
  /** An instant as this engine keeps it. */
  instant(at: Date): unknown;
  close(): Promise<void>;
}

/** better-sqlite3 alone, with the pragmas of the service. */
export function rawSqlite<Name extends string>(file: string, sql: Record<Name, string>): Raw<Name> {
  const db: Database = connectSqlite(file, 0);
  const prepared = new Map(Object.entries<string>(sql).map(([name, text]) => [name, db.prepare(text)]));
  const all = (name: Name, values: Values) => {
    const statement = prepared.get(name);
    return statement?.reader ? statement.all(values) : statement?.run(values);
  };
  return {
    all,
    transact(steps) {
      db.exec("BEGIN IMMEDIATE");
      const turn = steps();
      for (let step = turn.next(); !step.done; ) step = turn.next(all(step.value.run, step.value.values) as Record<string, string>[]);
      db.exec("COMMIT");
    },
    instant: (at) => at.getTime(),
    async close() {
      db.close();
    },
  };
}

/** node-postgres alone, on one connection, with named statements. */
export async function rawPostgres<Name extends string>(url: string, sql: Record<Name, string>): Promise<Raw<Name>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const known = new Map(Object.entries<string>(sql).map(([name, text]) => [name, numbered(text)]));
  const all = async (name: Name, values: Values) => {
    const { text, names } = known.get(name) ?? numbered("");
    return (await client.query({ name, text, values: names.map((each) => values[each]) })).rows;
  };
  return {
    all,
    async transact(steps) {
      await client.query("BEGIN");
      const turn = steps();
      for (let step = turn.next(); !step.done; ) step = turn.next(await all(step.value.run, step.value.values));
      await client.query("COMMIT");
    },
    instant: (at) => at,
    close: () => client.end(),
  };
}

/** "@name" as PostgreSQL numbers it: the same name, the same number. */
function numbered(sql: string): { text: string; names: string[] } {
  const names: string[] = [];
  const text = sql.replace(/@(\w+)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, names };
}
