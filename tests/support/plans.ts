import Sqlite from "better-sqlite3";
import pg from "pg";
import { vi } from "vitest";

interface Statement {
  text: string;
  values: unknown[];
}

/** Runs some work and answers with every statement about a table that it gave to the engine's driver. A plan on SQLite needs no values. */
export async function statementsOf(table: string, work: () => Promise<unknown>): Promise<Statement[]> {
  const onSqlite = vi.spyOn(Sqlite.prototype, "prepare");
  const onPostgres = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const calls = onPostgres.mock.calls as unknown as [{ text?: string }, unknown[]][];
  const statements = [
    ...onSqlite.mock.calls.map(([text]) => ({ text, values: Array((text.match(/\?/g) ?? []).length).fill(null) })),
    ...calls.map(([{ text = "" }, values]) => ({ text, values })),
  ];
  onSqlite.mockRestore();
  onPostgres.mockRestore();
  return statements.filter(({ text }) => text.includes(`"${table}"`));
}

/**
 * How an engine would find the rows of a statement, in its own words. PostgreSQL reads through the small tables of a test rather than use an
 * index: here it says how it would do it where reading through is dear.
 */
export async function planOf(url: string, { text, values }: Statement): Promise<string> {
  if (!url.startsWith("postgres")) {
    const connection = new Sqlite(url);
    const steps = connection.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[];
    connection.close();
    return steps.map(({ detail }) => detail).join("\n");
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query("set enable_seqscan = off");
  const { rows } = await client.query(`explain ${text}`, values);
  await client.end();
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
