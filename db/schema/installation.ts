import type { Columns } from "../columns/sqlite.ts";

/** What this installation is, and the rules it runs by. */
export function installationFor({ table, id, text, day, instant, json, uniqueIndex, primaryKey }: Columns) {
  /** One row: whose database this is. */
  const installation = table("installation", {
    id: id(),
    /** demo or landlord: a demo database refuses real settings. */
    kind: text().notNull(),
    seededAt: instant().notNull(),
  });

  /** A rule in force from a date, as data: see domain/rules. The latest row of a kind that has begun is the one in force. */
  const rules = table("rules", { id: id(), kind: text().notNull(), fromDate: day().notNull(), value: json<unknown>().notNull() }, (t) => [
    uniqueIndex("rules_once").on(t.kind, t.fromDate),
  ]);

  const bankHolidays = table("bank_holidays", { nation: text().notNull(), date: day().notNull(), name: text().notNull() }, (t) => [
    primaryKey({ columns: [t.nation, t.date] }),
  ]);

  return { installation, rules, bankHolidays };
}
