import Sqlite from "better-sqlite3";
import { localDate } from "#app/domain/local-date.ts";
import { findHomes } from "#app/services/find-homes.server.ts";
import { openDb } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { NOW } from "#tests/support/calendar.ts";
import { largeLandlord, uprnOf } from "#tests/support/large-landlord.ts";
import { compare, type Row, workEach } from "./measure.ts";
import { rawSqlite } from "./raw-connections.ts";
import { homesSql } from "./raw-sql.ts";

/** What agents type of homes all over the landlord, and the look-up by an index that comes to the same. */
const TYPED: ((at: number) => { typed: string; run: keyof typeof homesSql; value: string })[] = [
  (at) => ({ typed: `0${7_000_000_000 + at}`, run: "phone", value: `+44${7_000_000_000 + at}` }),
  (at) => ({ typed: `ten-${at}/01`, run: "tenancy", value: `TEN-${at}/01` }),
  (at) => ({ typed: uprnOf(at), run: "uprn", value: uprnOf(at) }),
  (at) => ({
    typed: `${(at % 40) + 1} lime st`,
    run: "words",
    value: `"${String((at % 40) + 1).padStart(6, "0")}" AND "lime"* AND ("street" OR "st")`,
  }),
  () => ({ typed: "fatima bakerson", run: "words", value: '"fatima"* AND "bakerson"*' }),
];
const SEARCHES = 20 * TYPED.length;
const SLICES = 5;

/** A landlord of 200,000 homes and 150,000 tenancies in a new SQLite file. Nothing is synced meanwhile: it is thrown away. */
async function makeLandlord(file: string): Promise<string> {
  await migrate(file, NOW);
  const db = new Sqlite(file);
  for (const pragma of ["synchronous = OFF", "foreign_keys = OFF", "cache_size = -200000"]) db.pragma(pragma);
  for (const statement of largeLandlord("sqlite")) db.exec(statement);
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  return file;
}

/** The search box of the contact centre against the one look-up by hand that each thing typed comes to, and its homes as they come. */
export async function measureHomes(path: string): Promise<Row> {
  const file = await makeLandlord(path);
  const db = openDb(file);
  const raw = rawSqlite(file, homesSql);
  const at = (turn: number) => TYPED[turn % TYPED.length]?.((turn * 1009) % 150_000) ?? { typed: "", run: "uprn" as const, value: "" };
  const ours = () =>
    workEach(SEARCHES, async (turn) => {
      const found = await findHomes(db, { typed: at(turn).typed, role: "agent", now: NOW });
      if (!found?.homes.length) throw new Error(`Nothing is found for ${at(turn).typed}: there is nothing to measure`);
    });
  const baseline = () =>
    workEach(SEARCHES, (turn) => {
      const { run, value } = at(turn);
      raw.all(run, { value, today: localDate(NOW) });
    });
  const asked = { measure: "homes: 200,000 against the raw look-up", unit: "µs of processor", target: { atMost: 3 } };
  const row = await compare(asked, { ours, baseline, slices: SLICES });
  await raw.close();
  await db.close();
  return row;
}
