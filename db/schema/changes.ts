import type { Columns } from "../columns/sqlite.ts";

/** What staff changed in one go, so that it can be undone while it is fresh. Its events carry its id. */
export function changesFor({ table, id, text, whole, instant, index }: Columns) {
  const changes = table(
    "changes",
    {
      id: id(),
      at: instant().notNull(),
      /** A staff id. */
      who: text().notNull(),
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
