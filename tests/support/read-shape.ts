import Sqlite from "better-sqlite3";
import pg from "pg";
import { engineOf } from "#db/client.ts";

/** Everything a database says about its own tables, a line a fact, sorted: two databases of one shape give the same lines. */
export async function readShape(url: string): Promise<string[]> {
  const lines = engineOf(url) === "postgres" ? await ofPostgres(url) : ofSqlite(url);
  return lines.filter((line) => !/^\w+ migrations\b/.test(line)).sort();
}

const COLUMNS = `SELECT format('column %s.%s %s notnull=%s default=%s pk=%s', m.name, c.name, c.type, c."notnull", c.dflt_value, c.pk)
  FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`;
const FOREIGN_KEYS = `SELECT format('foreign %s.%s -> %s.%s %s %s', m.name, f."from", f."table", f."to", f.on_delete, f.on_update)
  FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`;
const INDEXES = `SELECT format('index %s.%s unique=%s columns=%s where=%s', m.name, i.name, i."unique",
    (SELECT group_concat(x.name || CASE x."desc" WHEN 1 THEN ' desc' ELSE '' END) FROM pragma_index_xinfo(i.name) x WHERE x.key),
    (SELECT substr(s.sql, instr(s.sql, ' WHERE ')) FROM sqlite_master s WHERE s.name = i.name AND i.partial))
  FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'`;

function ofSqlite(file: string): string[] {
  const connection = new Sqlite(file, { readonly: true });
  const lines = (query: string) => connection.prepare<[], string>(query).pluck().all();
  const tables = connection.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all();
  const checks = tables.flatMap(({ name, sql }) =>
    sql
      .split("\n")
      .filter((line) => line.includes("CHECK"))
      .map((line) => `check ${name} ${line.trim().replace(/,$/, "")}`),
  );
  const all = [...lines(COLUMNS), ...lines(FOREIGN_KEYS), ...lines(INDEXES), ...checks];
  connection.close();
  return all;
}

const POSTGRES = `
  SELECT format('column %s.%s %s %s notnull=%s default=%s', t.relname, a.attname, format_type(a.atttypid, a.atttypmod), l.collname,
    a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) AS line
  FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum LEFT JOIN pg_collation l ON l.oid = a.attcollation
  WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('constraint %s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT format('index %s.%s %s', tablename, indexname, indexdef) FROM pg_indexes WHERE schemaname = 'public'`;

async function ofPostgres(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(POSTGRES);
  await client.end();
  return rows.map(({ line }) => line);
}
