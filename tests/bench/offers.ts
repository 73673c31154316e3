import { localDate } from "#app/domain/local-date.ts";
import { datesOffered } from "#app/domain/offers.ts";
import { findOffers } from "#app/services/find-offers.server.ts";
import { openDb } from "#db/client.ts";
import { NOW, RULES } from "#tests/support/calendar.ts";
import { LARGE, patchesOf, type Size, SMALL } from "./calendar.ts";
import { compare, type Row, timeEach, workEach } from "./measure.ts";
import { type Raw, rawPostgres, rawSqlite } from "./raw-connections.ts";
import { pickerSql } from "./raw-sql.ts";

const LOOKUPS = 100;
const SLICES = 8;
const sql = { freeSlots: pickerSql.freeSlots };

/** SQLite works in this process, so what counts is the processor's time; PostgreSQL elsewhere, so what counts is the clock. */
const meterOf = (url: string) => (url.startsWith("postgres") ? timeEach : workEach);

/** The product's look-up in a calendar, from patch to patch. */
function lookUp(url: string, size: Size) {
  const db = openDb(url);
  const patches = patchesOf(size);
  const wish = { trade: "plumbing", visits: 1, rules: RULES, dueOn: localDate(NOW), now: NOW };
  const call = async (at: number) => {
    const offers = await findOffers(db, { ...wish, patchId: patches[at % patches.length] ?? "" });
    if (offers.length === 0) throw new Error("Nothing is offered: there is nothing to measure");
  };
  return { side: () => meterOf(url)(LOOKUPS, call), close: () => db.close() };
}

function lookUpRaw(raw: Raw<"freeSlots">, size: Size, meter = workEach) {
  const patches = patchesOf(size);
  const values = { trade: "plumbing", priority: "", ...datesOffered(RULES.booking, localDate(NOW)), now: raw.instant(NOW) };
  const call = (at: number) => raw.all("freeSlots", { ...values, patchId: patches[at % patches.length] });
  return { side: () => meter(LOOKUPS, call), close: () => raw.close() };
}

/** The look-up against the same query by hand, and at 1.2 million slots against 12,000. */
export async function measureOffers({ small, large }: { small: string; large: string }): Promise<Row[]> {
  const [few, many] = [lookUp(small, SMALL), lookUp(large, LARGE)];
  const raw = lookUpRaw(rawSqlite(large, sql), LARGE);
  const byHand = await compare(
    { measure: "offers: look-up against the raw query", unit: "µs of processor", target: { atMost: 1.5 } },
    { ours: many.side, baseline: raw.side, slices: SLICES },
  );
  const bySize = await compare(
    { measure: "offers: 1.2 million slots against 12,000", unit: "µs of processor", target: { atMost: 1.3 } },
    { ours: many.side, baseline: few.side, slices: SLICES },
  );
  for (const { close } of [few, many, raw]) await close();
  return [byHand, bySize];
}

/** The same against the raw query on PostgreSQL, for the record. */
export async function measurePostgresOffers(url: string): Promise<Row> {
  const ours = lookUp(url, SMALL);
  const raw = lookUpRaw(await rawPostgres(url, sql), SMALL, timeEach);
  const row = await compare(
    { measure: "offers on PostgreSQL: against the raw query", unit: "µs each" },
    { ours: ours.side, baseline: raw.side, slices: SLICES },
  );
  await ours.close();
  await raw.close();
  return row;
}
