import type { Columns } from "../columns/sqlite.ts";
import type { Repairs } from "./repairs.ts";

/** What staff write about a repair, and what they changed of its words: personal, apart so that retention can empty it. */
export function notesFor({ table, id, text, whole, instant, json, index, primaryKey }: Columns, { repairs }: Repairs) {
  const repairNotes = table(
    "repair_notes",
    {
      id: id(),
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      at: instant().notNull(),
      /** A staff id. */
      who: text().notNull(),
      words: text().notNull(),
    },
    (t) => [index("repair_notes_by_repair").on(t.repairId, t.at)],
  );

  /** A contact's row as it was before a change, by the version it had. */
  const contactsBefore = table(
    "contacts_before",
    {
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      version: whole().notNull(),
      values: json<Record<string, string | number | null>>().notNull(),
    },
    (t) => [primaryKey({ columns: [t.repairId, t.version] })],
  );

  return { repairNotes, contactsBefore };
}
