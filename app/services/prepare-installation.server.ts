import type { Landlord } from "#app/domain/landlord.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import {
  addFoundation,
  claimInstallation,
  findInstallation,
  hasCatalogue,
  hasHomes,
  type InstallationKind,
} from "#db/queries/installation.ts";
import { projectFile } from "#db/root.ts";
import holidays from "#db/seed/bank-holidays.json";
import trades from "#db/seed/trades.json";
import { addDemoStaff } from "./demo-staff.server.ts";
import { extendCalendar } from "./extend-calendar.server.ts";
import { importCatalogue } from "./import-catalogue.server.ts";
import { loadDemo } from "./load-demo.server.ts";

/** The first rules have always been in force. */
const ALWAYS = "2000-01-01";
const CATALOGUE = "db/seed/catalogue.csv";

/** Bank holidays by nation, as the government lists them; none are known for a nation that is not here. */
const HOLIDAYS: Partial<Record<Landlord["nation"], { date: string; name: string }[]>> = {
  england: holidays["england-and-wales"],
  wales: holidays["england-and-wales"],
};

const REFUSED = {
  demo: "This database holds the demo: start with another database where LANDLORD_CONFIG or PUBLIC_URL is set",
  landlord: "LANDLORD_CONFIG is missing: this database is a landlord's, and the demo cannot use it",
  homes: "LANDLORD_CONFIG is missing: this database has homes already, and the demo needs an empty one",
};

interface Start {
  landlord: Landlord;
  /** Nothing says that this is a real landlord's installation: neither LANDLORD_CONFIG nor PUBLIC_URL is set. */
  isDemo: boolean;
  now: Date;
}

/**
 * Makes a migrated database ready to serve. The first start leaves the landlord's rules, the bank holidays, the trades, the
 * product's catalogue unless another was imported, and for a demo its landlord: in one change, so that a start that is cut short
 * is done again and of two at once one does it. Every start then extends the calendar; nothing else is touched again.
 * Throws an Error of one line when a demo meets a landlord's database, or real settings meet a demo's.
 */
export async function prepareInstallation(db: Db, { landlord, isDemo, now }: Start): Promise<void> {
  const kind: InstallationKind = isDemo ? "demo" : "landlord";
  if (!(await findInstallation(db))) await startFirst(db, { landlord, kind, now });
  const installed = await findInstallation(db);
  if (installed && installed !== kind) throw new Error(REFUSED[installed]);
  await extendCalendar(db, { nation: landlord.nation, now });
}

async function startFirst(db: Db, { landlord, kind, now }: { landlord: Landlord; kind: InstallationKind; now: Date }): Promise<void> {
  const { nation, rules } = landlord;
  if (!(await hasCatalogue(db))) await importCatalogue(db, { file: projectFile(CATALOGUE), source: "product", language: "en", now });
  const bankHolidays = (HOLIDAYS[nation] ?? []).map((holiday) => ({ nation, ...holiday }));
  await db.write(async (tx) => {
    if (!(await claimInstallation(tx, db.schema, { kind, now }))) return;
    await addFoundation(tx, db.schema, { rules, fromDate: ALWAYS, bankHolidays, trades });
    if (kind === "landlord") return;
    if (await hasHomes(tx, db.schema)) throw new Error(REFUSED.homes);
    await loadDemo(tx, db.schema, { today: localDate(now), rules, bankHolidays: new Set(bankHolidays.map(({ date }) => date)) });
    await addDemoStaff(tx, db.schema);
  });
}
