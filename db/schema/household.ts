import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Places } from "./places.ts";
import type { Repairs } from "./repairs.ts";
import type { Staff } from "./staff.ts";
import type { Tenancies } from "./tenancies.ts";

/** What staff keep of a home and of the people in it, and who of the staff opened what. */
export function householdFor(
  { table, id, text, day, flag, whole, instant, index, check }: Columns,
  { homes, repairs, staff, tenancies }: Places & Repairs & Staff & Tenancies,
) {
  /** A need of the household, a warning for visits, or a fact of the home. It is ended, never deleted by hand; words in it are personal. */
  const homeRecords = table(
    "home_records",
    {
      id: id(),
      uprn: text()
        .notNull()
        .references(() => homes.uprn),
      /** Of whose household a need is: it does not outlive the tenancy. Null where none is on file, and of warnings and facts. */
      tenancyId: text().references(() => tenancies.id),
      /** need, warning or fact. */
      kind: text().notNull(),
      /** Which one (domain/household), or the landlord's own. */
      code: text().notNull(),
      /** In plain words: of a need what helps, never a diagnosis. Personal. */
      words: text(),
      /** Whose need it is. Personal. */
      about: text(),
      /** Who said so of a need: tenant, officer or partner. */
      source: text(),
      /** Whether the tenant has agreed that a need is kept. */
      agreed: flag().notNull().default(false),
      /** When a need is looked at again; the last day of a warning or a fact, null where a fact has none. */
      until: day(),
      recordedAt: instant().notNull(),
      recordedBy: text()
        .notNull()
        .references(() => staff.id),
      /** When somebody last said that it is still right. */
      checkedAt: instant().notNull(),
      checkedBy: text()
        .notNull()
        .references(() => staff.id),
      endedAt: instant(),
      version: whole().notNull().default(0),
    },
    (t) => [index("home_records_by_home").on(t.uprn, t.endedAt), check("home_records_kind", sql`${t.kind} IN ('need', 'warning', 'fact')`)],
  );

  /** Every opening of a home or a repair by staff, every refusal of one, and every file they take away: for ever, in codes alone. */
  const openings = table(
    "openings",
    {
      id: id(),
      at: instant().notNull(),
      who: text()
        .notNull()
        .references(() => staff.id),
      /** home, repair, slot, visit, photo, day (the list of a day), refused (a restricted home) or export. */
      what: text().notNull(),
      uprn: text().references(() => homes.uprn),
      repairId: text().references(() => repairs.id),
      /** Of an export, which file: repairs, day or figures. */
      file: text(),
      /** Whether it showed what is known of anybody's health. */
      health: flag().notNull().default(false),
    },
    (t) => [index("openings_by_time").on(t.at), index("openings_by_home").on(t.uprn, t.at)],
  );

  return { homeRecords, openings };
}
