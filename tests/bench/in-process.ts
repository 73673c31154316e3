import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { startCluster } from "#tests/support/postgres-cluster.ts";
import { measureBooking } from "./booking.ts";
import { LARGE, makePostgresCalendar, makeSqliteCalendar, makeStaffedCalendar, SMALL } from "./calendar.ts";
import { measureHomes } from "./homes.ts";
import type { Row } from "./measure.ts";
import { measureOffers, measurePostgresOffers } from "./offers.ts";
import { measureSearch } from "./search.ts";
import { measureStaffPages } from "./staff-pages.tsx";

/* The measures that need no server, in a process and a folder of their own. Prints its rows as JSON. */

const [folder = ""] = process.argv.slice(2);

function copies(of: string): { mine: string; bare: string } {
  const paths = { mine: join(folder, "mine.db"), bare: join(folder, "bare.db") };
  for (const path of Object.values(paths)) copyFileSync(of, path);
  return paths;
}

async function onSqlite(): Promise<Row[]> {
  const small = await makeSqliteCalendar(join(folder, "small.db"), SMALL);
  const booking = await measureBooking({ engine: "SQLite", ...copies(small) });
  const large = await makeSqliteCalendar(join(folder, "large.db"), LARGE);
  const staffed = await makeStaffedCalendar(join(folder, "staffed.db"));
  return [booking, ...(await measureOffers({ small, large })), ...(await measureStaffPages(staffed))];
}

async function onPostgres(): Promise<Row[]> {
  const cluster = await startCluster();
  try {
    await cluster.run("create database mine");
    const mine = await makePostgresCalendar(cluster.url("mine"), SMALL);
    await cluster.run("create database bare template mine");
    const offers = await measurePostgresOffers(mine);
    return [await measureBooking({ engine: "PostgreSQL", mine, bare: cluster.url("bare") }), offers];
  } finally {
    await cluster.stop();
  }
}

console.log(
  JSON.stringify([...(await onSqlite()), ...(await onPostgres()), await measureSearch(), await measureHomes(join(folder, "homes.db"))]),
);
