import type { Columns } from "../columns/sqlite.ts";
import type { Repairs } from "./repairs.ts";

/** What is personal about a repair, apart from it so that retention can empty it. */
export function contactsFor({ table, text, whole, json, index }: Columns, { repairs }: Repairs) {
  /**
   * What a person told us about a repair, and how to reach whom: personal, apart from the repair so that it can be emptied. Who reported
   * it, whom we meet and who gets messages are kept apart (domain/contact reads them).
   */
  const contacts = table(
    "contacts",
    {
      repairId: text()
        .primaryKey()
        .references(() => repairs.id),
      /** The reporter. */
      name: text().notNull(),
      phone: text(),
      email: text(),
      /** How to send messages: text, email, or phone. */
      confirmBy: text().notNull(),
      description: text().notNull(),
      /** For whom the reporter reports: me, someone (they help), resident (of the housing scheme they work for). */
      reportsFor: text().notNull().default("me"),
      /** Whom to meet, where that is not the reporter. */
      visitName: text(),
      visitPhone: text(),
      visitEmail: text(),
      /** Who gets the messages: reporter or visit. */
      messagesTo: text().notNull().default("reporter"),
      version: whole().notNull().default(0),
    },
    // Who calls is found by the number they call from; names are read through for a word, without what else stands in their rows.
    (t) => [
      index("contacts_by_phone").on(t.phone),
      index("contacts_by_visit_phone").on(t.visitPhone),
      index("contacts_by_email").on(t.email),
      index("contacts_by_visit_email").on(t.visitEmail),
      index("contacts_by_name").on(t.name, t.visitName, t.repairId),
    ],
  );

  /** What would help at the visit, and who in the home the problem may make worse: health facts, apart from all else so that they can be emptied. */
  const visitNeeds = table("visit_needs", {
    repairId: text()
      .primaryKey()
      .references(() => repairs.id),
    /** Codes of the people in the home: baby, over-65, … */
    people: json<string[]>().notNull(),
    /** Codes of what would help: interpreter, pets, … */
    needs: json<string[]>().notNull(),
    /** The language of the interpreter. */
    language: text(),
    notes: text(),
    version: whole().notNull().default(0),
  });

  return { contacts, visitNeeds };
}
