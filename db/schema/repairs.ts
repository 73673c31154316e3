import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Catalogues } from "./catalogue.ts";
import type { Places } from "./places.ts";

/** What was reported, and who to reach about it. */
export function repairsFor(
  { table, id, text, day, whole, flag, instant, json, index, uniqueIndex, check }: Columns,
  { homes, problems }: Places & Catalogues,
) {
  /** One problem reported at one home. Its words and its target are frozen as they were when it was raised. */
  const repairs = table(
    "repairs",
    {
      id: id(),
      reference: text().notNull(),
      /** The draft it came from, or a random id for other channels: submitting again finds the first answer. No foreign key: drafts are deleted. */
      submission: text().notNull(),
      uprn: text()
        .notNull()
        .references(() => homes.uprn),
      /** Null for an emergency of the first question, which nobody stops to find in the catalogue. */
      problemId: text().references(() => problems.id),
      /** The catalogue's wording when it was reported. */
      location: text().notNull(),
      problem: text().notNull(),
      detail: text(),
      code: text(),
      trade: text(),
      hazard: text(),
      priority: text().notNull(),
      /** The promise: by the end of this local date, or by the instant where the target runs in clock hours. */
      dueOn: day().notNull(),
      dueAt: instant(),
      language: text().notNull(),
      channel: text().notNull(),
      raisedAt: instant().notNull(),
      /** open, done or cancelled. */
      status: text().notNull(),
      /**
       * What it waits for when it has no appointment: call (we said we would call), officer (a hazard with no visit in time), identity
       * (staff check who asks for a way into the home), plan (staff plan the work, nobody need be in) or emergency (whoever is on duty).
       */
      waitsFor: text(),
      /** When the tenant can take a call: morning, afternoon, any. */
      callTime: text(),
      /** Somebody has shown that it is real: a home has few open ones that nobody has. Reported online it is not, until staff say so. */
      proven: flag().notNull().default(false),
      version: whole().notNull().default(0),
    },
    (t) => [
      uniqueIndex("repairs_by_reference").on(t.reference),
      uniqueIndex("repairs_by_submission").on(t.submission),
      index("repairs_by_home").on(t.uprn, t.status),
      check("repairs_status", sql`${t.status} IN ('open', 'done', 'cancelled')`),
    ],
  );

  /** What a person told us about a repair and how to reach them: personal, apart from the repair so that it can be emptied. */
  const contacts = table("contacts", {
    repairId: text()
      .primaryKey()
      .references(() => repairs.id),
    name: text().notNull(),
    phone: text(),
    email: text(),
    /** How to confirm: text, email, or phone. */
    confirmBy: text().notNull(),
    description: text().notNull(),
    version: whole().notNull().default(0),
  });

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

  return { repairs, contacts, visitNeeds };
}

export type Repairs = ReturnType<typeof repairsFor>;
