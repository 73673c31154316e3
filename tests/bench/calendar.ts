import Sqlite from "better-sqlite3";
import { addDays, localDate } from "#app/domain/local-date.ts";
import { migrate } from "#db/migrate.ts";
import { NOW } from "#tests/support/calendar.ts";
import { runOn } from "#tests/support/postgres-cluster.ts";

/** How large a calendar is: four slots for each operative on each date, the last dates those that can be offered. */
export interface Size {
  operatives: number;
  dates: number;
}

/** 12,000 slots, and 1.2 million: ten times the operatives, and ten times the dates. */
export const SMALL: Size = { operatives: 50, dates: 60 };
export const LARGE: Size = { operatives: 500, dates: 600 };

const OFFERED = 61;
const TEAM = 5;

/** Of a team of five, who cover a patch, two are plumbers: as many can come to a home in a large calendar as in a small one. */
export const patchesOf = ({ operatives }: Size): string[] => Array.from({ length: operatives / TEAM }, (_, at) => `patch-${at}`);

const numbers = (name: string, count: number) => `${name}(i) as (select 0 union all select i + 1 from ${name} where i < ${count - 1})`;

/** Statements that fill an empty database, the same for both engines. Every other slot is free. */
function statements({ operatives, dates }: Size): string[] {
  const first = addDays(localDate(NOW), OFFERED - dates);
  const days = Array.from({ length: dates }, (_, at) => `('${addDays(first, at)}', 0)`);
  return [
    `insert into days values ${days.join(", ")}`,
    "insert into contractors values ('ours', 'Ours', true)",
    "insert into trades (id, name) values ('plumbing', 'Plumbing'), ('electrics', 'Electrics')",
    `with recursive ${numbers("n", operatives / TEAM)} insert into patches select 'patch-' || i, 'Patch ' || i from n`,
    `with recursive ${numbers("n", operatives)} insert into operatives (id, name, contractor_id)
      select 'operative-' || i, 'Operative ' || i, 'ours' from n`,
    `with recursive ${numbers("n", operatives)} insert into operative_trades (trade_id, operative_id)
      select case when i % ${TEAM} < 2 then 'plumbing' else 'electrics' end, 'operative-' || i from n`,
    `with recursive ${numbers("n", operatives)} insert into operative_patches (operative_id, patch_id)
      select 'operative-' || i, 'patch-' || (i / ${TEAM}) from n`,
    `insert into slots (id, operative_id, date, "window", starts, ends, place, open)
      select o.id || d.date || w.code || p.place, o.id, d.date, w.code, w.starts, w.ends, p.place, p.place = 1
      from operatives o cross join days d
      cross join (select 'morning' as code, '08:00' as starts, '13:00' as ends union all select 'afternoon', '12:00', '17:00') w
      cross join (select 1 as place union all select 2) p order by o.id, d.date`,
  ];
}

/** Makes a calendar in a new SQLite file. Nothing is synced meanwhile: it is thrown away. */
export async function makeSqliteCalendar(file: string, size: Size, more: readonly string[] = []): Promise<string> {
  await migrate(file, NOW);
  const db = new Sqlite(file);
  for (const pragma of ["synchronous = OFF", "foreign_keys = OFF", "cache_size = -200000"]) db.pragma(pragma);
  db.transaction(() => {
    for (const statement of [...statements(size), ...more]) db.exec(statement);
  })();
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  return file;
}

/** Makes a calendar in an empty PostgreSQL database. */
export async function makePostgresCalendar(url: string, size: Size): Promise<string> {
  await migrate(url, NOW);
  for (const statement of statements(size)) await runOn(url, statement);
  return url;
}

/** 100,080 slots of sixty operatives. */
export const STAFFED: Size = { operatives: 60, dates: 417 };

const HOMES = 5000;

/** Statements that book every open slot for a home of its own patch, and then open the others: 50,040 appointments. */
function bookings({ operatives }: Size): string[] {
  const today = localDate(NOW);
  return [
    // As hard to squeeze as the ids of the service.
    "update slots set id = lower(hex(randomblob(13)))",
    `with recursive ${numbers("n", HOMES)} insert into homes (uprn, line1, postcode, sort_key, patch_id, tenure)
      select 'home-' || i, i || ' Mill Lane', 'FH11AA', i, 'patch-' || (i % ${operatives / TEAM}), 'secure' from n`,
    `insert into repairs (id, reference, submission, uprn, location, problem, trade, priority, due_on, language, channel, raised_at, status)
      select 'repair-' || s.id, s.id, s.id, 'home-' || (s.rowid % ${HOMES}), 'Kitchen', 'Tap ' || (s.rowid % 50), 'plumbing', 'routine', s.date, 'en',
        'online', ${NOW.getTime()}, case when s.date < '${today}' then 'done' else 'open' end from slots s where s.open`,
    `insert into contacts (repair_id, name, phone, confirm_by, description)
      select 'repair-' || id, 'Sam Taylor', '+447700900123', 'text', 'It drips all night.' from slots where open`,
    `insert into appointments (id, repair_id, purpose, date, "window", window_name, starts, ends, status)
      select 'appointment-' || id, 'repair-' || id, 'repair', date, "window", 'Morning', starts, ends,
        case when date < '${today}' then 'done' else 'booked' end from slots where open`,
    "update slots set appointment_id = 'appointment-' || id, part = 1 where open",
    "update slots set open = true",
  ];
}

/** Makes a calendar of which half is booked in a new SQLite file. */
export const makeStaffedCalendar = (file: string) => makeSqliteCalendar(file, STAFFED, bookings(STAFFED));
