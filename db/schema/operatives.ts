import type { Columns } from "../columns/sqlite.ts";
import type { Places } from "./places.ts";

/** Who does the work, what they can do, where and when. */
export function operativesFor({ table, id, text, day, whole, flag, index, uniqueIndex, primaryKey }: Columns, { patches }: Places) {
  /** `inHouse` is the landlord's own workforce. */
  const contractors = table("contractors", { id: id(), name: text().notNull(), inHouse: flag().notNull().default(false) }, (t) => [
    uniqueIndex("contractors_by_name").on(t.name),
  ]);

  /** The id is the code the catalogue uses ("plumbing"); the name is shown to staff. `accreditation` is what its work asks for by law ("gas"). */
  const trades = table("trades", { id: id(), name: text().notNull(), accreditation: text() });

  const operatives = table("operatives", {
    id: id(),
    name: text().notNull(),
    contractorId: text()
      .notNull()
      .references(() => contractors.id),
    active: flag().notNull().default(true),
    /** Competent to investigate a hazard (Awaab's Law asks for somebody who is). */
    investigates: flag().notNull().default(false),
    version: whole().notNull().default(0),
  });

  /** What an operative is accredited for, and the last local date on which that is good. */
  const accreditations = table(
    "accreditations",
    {
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
      /** The code that a trade asks for. */
      kind: text().notNull(),
      endsOn: day().notNull(),
    },
    (t) => [primaryKey({ columns: [t.operativeId, t.kind] })],
  );

  const operativeTrades = table(
    "operative_trades",
    {
      tradeId: text()
        .notNull()
        .references(() => trades.id),
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
    },
    (t) => [primaryKey({ columns: [t.tradeId, t.operativeId] }), index("operative_trades_by_operative").on(t.operativeId)],
  );

  const operativePatches = table(
    "operative_patches",
    {
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
      patchId: text()
        .notNull()
        .references(() => patches.id),
    },
    (t) => [primaryKey({ columns: [t.patchId, t.operativeId] }), index("operative_patches_by_operative").on(t.operativeId)],
  );

  /** What an operative works: so many visits in a window on a weekday (1 is Monday), from a date until a date (both included). */
  const workingPatterns = table(
    "working_patterns",
    {
      id: id(),
      operativeId: text()
        .notNull()
        .references(() => operatives.id),
      weekday: whole().notNull(),
      window: text().notNull(),
      visits: whole().notNull(),
      fromDate: day().notNull(),
      untilDate: day(),
      /** 1: every week; 2: every other week, the first being the week of `fromDate`. */
      everyWeeks: whole().notNull().default(1),
    },
    (t) => [uniqueIndex("working_patterns_once").on(t.operativeId, t.weekday, t.window, t.fromDate)],
  );

  return { contractors, trades, operatives, accreditations, operativeTrades, operativePatches, workingPatterns };
}

export type Operatives = ReturnType<typeof operativesFor>;
