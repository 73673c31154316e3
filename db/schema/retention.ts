import type { Columns } from "../columns/sqlite.ts";
import type { Repairs } from "./repairs.ts";

/** What keeps the personal details of a repair from being deleted in their time. */
export function retentionFor({ table, text, instant, primaryKey }: Columns, { repairs }: Repairs) {
  /** Somebody has asked that the details be kept, once for each reason, until they say that it is over. */
  const retentionHolds = table(
    "retention_holds",
    {
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      /** complaint, claim or other. */
      reason: text().notNull(),
      at: instant().notNull(),
      /** A staff id. */
      who: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.repairId, t.reason] })],
  );

  return { retentionHolds };
}
