import { gzipSync } from "node:zlib";
import type { LoaderFunction } from "@remix-run/node";
import Sqlite from "better-sqlite3";
import type { ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { addDays, localDate, mondayOf } from "#app/domain/local-date.ts";
import { SiteProvider } from "#app/features/site/site.tsx";
import { CalendarPage } from "#app/features/staff/calendar-page.tsx";
import { DayPage } from "#app/features/staff/day-page.tsx";
import { wordsFor } from "#app/languages/languages.ts";
import { loader as calendar } from "#app/routes/staff/calendar.tsx";
import { loader as day } from "#app/routes/staff/day.tsx";
import { prepareInstallation } from "#app/services/prepare-installation.server.ts";
import { readCalendar } from "#app/services/read-calendar.server.ts";
import { startSession } from "#app/services/sign-in.server.ts";
import { type Db, openDb } from "#db/client.ts";
import { staffByEmail } from "#db/queries/staff.ts";
import { NOW } from "#tests/support/calendar.ts";
import { aLandlord } from "#tests/support/landlord.ts";
import { addStaffMember } from "#tests/support/staff.ts";
import { compare, judged, type Row, workEach } from "./measure.ts";
import { rawSqlite } from "./raw-connections.ts";
import { staffSql } from "./raw-sql.ts";

const PAGES_A_SLICE = 4;
const SLICES = 8;

interface StaffPage {
  name: string;
  path: string;
  loader: unknown;
  Page: ComponentType<never>;
  sql: keyof typeof staffSql;
}

/** Every page of staff that is measured: another is another line. */
const PAGES: readonly StaffPage[] = [
  { name: "calendar", path: "/staff/calendar", loader: calendar, Page: CalendarPage, sql: "week" },
  { name: "day", path: "/staff/day", loader: day, Page: DayPage, sql: "day" },
];

const landlord = aLandlord();
const words = wordsFor("en");
const site = { landlord, words, nonce: "nonce-of-22-characters", requestId: "", isOpenNow: true };

/** Draws a page as it is before anything is posted from it: nothing was left undone. */
function draw({ Page }: StaffPage, shown: object): string {
  const Drawn = Page as ComponentType<object>;
  return renderToString(
    <SiteProvider site={site}>
      <Drawn {...{ left: [], ...shown }} />
    </SiteProvider>,
  );
}

/** Loads a page as the product does for somebody who is signed in, without the server around it. */
async function loaderOf(db: Db) {
  const staff = await staffByEmail(db.read, db.schema, await addStaffMember(db));
  if (!staff) throw new Error("Nobody works here");
  const token = await startSession(db, { staff, browser: "bench", verified: true, now: NOW });
  const context = { site: { db, landlord, now: () => NOW }, words, now: NOW, staffCookie: { read: async () => token } };
  return async ({ loader, path }: StaffPage): Promise<object> => {
    const args = { request: new Request(`http://bench.test${path}`), params: {}, context: { ...context } };
    return (await (loader as LoaderFunction)(args as unknown as Parameters<LoaderFunction>[0])) as object;
  };
}

/** The page as staff get it against one query by hand and the same page drawn from what is known already. */
async function measurePage(
  page: StaffPage,
  { load, raw }: { load: Awaited<ReturnType<typeof loaderOf>>; raw: ReturnType<typeof rawStaff> },
) {
  const shown = await load(page);
  const html = draw(page, shown);
  const first = page.sql === "week" ? mondayOf(localDate(NOW)) : localDate(NOW);
  const values = { first, last: addDays(first, 4) };
  const ours = () => workEach(PAGES_A_SLICE, async () => draw(page, await load(page)));
  const baseline = () =>
    workEach(PAGES_A_SLICE, () => {
      raw.all(page.sql, values);
      return draw(page, shown);
    });
  const row = await compare(
    { measure: `${page.name} page: against one raw query and the drawing`, unit: "µs of processor", target: { atMost: 1.5 } },
    { ours, baseline, slices: SLICES },
  );
  const size = gzipSync(html).length / 1000;
  return [row, judged({ measure: `${page.name} page: HTML with gzip`, unit: "kB", ours: size, value: size, target: { atMost: 60 } })];
}

const rawStaff = (file: string) => rawSqlite(file, staffSql);

/** How many statements the week of the calendar takes: each is prepared the first time. */
async function countStatements(file: string): Promise<Row> {
  const db = openDb(file);
  const { prepare } = Sqlite.prototype;
  let count = 0;
  Sqlite.prototype.prepare = function (this: Sqlite.Database, source: string) {
    count++;
    return prepare.call(this, source);
  } as typeof prepare;
  await readCalendar(db, { first: mondayOf(localDate(NOW)), days: 5, filter: {}, now: NOW });
  Sqlite.prototype.prepare = prepare;
  await db.close();
  return judged({ measure: "calendar: statements for a week", unit: "statements", ours: count, value: count, target: { atMost: 2 } });
}

/** The pages of staff over 100,000 slots and 50,000 appointments: 60 operatives, and a week or a day of them. */
export async function measureStaffPages(file: string): Promise<Row[]> {
  const db = openDb(file);
  await prepareInstallation(db, { landlord, isDemo: false, now: NOW });
  const load = await loaderOf(db);
  const raw = rawStaff(file);
  const rows: Row[] = [];
  for (const page of PAGES) rows.push(...(await measurePage(page, { load, raw })));
  await raw.close();
  await db.close();
  return [...rows, await countStatements(file)];
}
