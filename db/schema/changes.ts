import type { Columns } from "../columns/sqlite.ts";

/** What staff changed in one go, so that it can be undone while it is fresh. Its events carry its id. */
export function changesFor({ table, id, text, whole, flag, instant, json, index, primaryKey }: Columns) {
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
      /** Why, in an officer's words. */
      reason: text(),
      /** The slots that were asked for and left as they were, each with the code of why. */
      refused: json<{ slotId: string; why: string }[]>(),
      undoneAt: instant(),
    },
    (t) => [index("changes_by_time").on(t.at)],
  );

  /** A slot of a change as it was before it, and whose it was after: what undoing puts back, and what has happened to a slot. */
  const changedSlots = table(
    "changed_slots",
    {
      changeId: text()
        .notNull()
        .references(() => changes.id),
      /** No foreign key: a smaller working pattern takes slots away. */
      slotId: text().notNull(),
      open: flag().notNull(),
      withdrawn: flag().notNull(),
      reason: text(),
      appointmentId: text(),
      part: whole(),
      appointmentAfter: text(),
    },
    (t) => [primaryKey({ columns: [t.changeId, t.slotId] }), index("changed_slots_by_slot").on(t.slotId)],
  );

  return { changes, changedSlots };
}
