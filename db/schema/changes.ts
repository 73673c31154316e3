import type { Columns } from "../columns/sqlite.ts";
import type { Staff } from "./staff.ts";

/** What staff changed in one go, so that it can be undone while it is fresh. Its events carry its id. */
export function changesFor({ table, id, text, whole, instant, index }: Columns, { staff }: Staff) {
  const changes = table(
    "changes",
    {
      id: id(),
      at: instant().notNull(),
      who: text()
        .notNull()
        .references(() => staff.id),
      /** stop, withdraw, reopen, give, absence, closure, pattern, … */
      what: text().notNull(),
      /** How many slots it changed. */
      slots: whole().notNull(),
      undoneAt: instant(),
    },
    (t) => [index("changes_by_time").on(t.at)],
  );

  return { changes };
}
