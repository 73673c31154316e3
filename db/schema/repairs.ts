import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Catalogues } from "./catalogue.ts";
import type { Places } from "./places.ts";

/** What was reported. */
export function repairsFor(
  { table, id, text, day, whole, flag, instant, index, uniqueIndex, check }: Columns,
  { homes, blocks, problems }: Places & Catalogues,
) {
  /** One problem reported at one home, or in the shared areas of one block. Its words and its target are frozen as they were when it was raised. */
  const repairs = table(
    "repairs",
    {
      id: id(),
      reference: text().notNull(),
      /** The draft it came from, or a random id for other channels: submitting again finds the first answer. No foreign key: drafts are deleted. */
      submission: text().notNull(),
      /** The home it is in; where it is in the shared areas of a block, the home it was reported from. */
      uprn: text()
        .notNull()
        .references(() => homes.uprn),
      /** The block whose shared areas it is in; null where it is in the home. */
      blockId: text().references(() => blocks.id),
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
       * (staff check who asks for a way into the home), plan (staff plan the work, nobody need be in), emergency (whoever is on duty) cancel (an officer says whether to, as the tenant asked) or worse (an officer looks, since the tenant says that it is).
       */
      waitsFor: text(),
      /** When the tenant can take a call: morning, afternoon, any. */
      callTime: text(),
      /** How the home is held, as the reporter said: rent, lease, shared, unsure. Null for shared areas, and where nobody was asked. */
      tenureSaid: text(),
      /** What was said of the tenure is not what we have: an officer looks who pays. */
      tenureDiffers: flag().notNull().default(false),
      /** Somebody has shown that it is real: a home has few open ones that nobody has. Reported online it is not, until staff say so. */
      proven: flag().notNull().default(false),
      /** When it was done or cancelled, and why it was cancelled: a code, never free text. */
      closedAt: instant(),
      closedWhy: text(),
      /** When its personal details were deleted for good; nothing personal is written of it any more. */
      forgottenAt: instant(),
      version: whole().notNull().default(0),
    },
    (t) => [
      uniqueIndex("repairs_by_reference").on(t.reference),
      uniqueIndex("repairs_by_submission").on(t.submission),
      index("repairs_by_home").on(t.uprn, t.status),
      index("repairs_by_block").on(t.blockId, t.status),
      // The lists of staff: of one state, and of all; a page of either is read off the index.
      index("repairs_by_status").on(t.status, t.raisedAt, t.id),
      index("repairs_by_due").on(t.status, t.dueOn),
      // What is closed and not forgotten yet, the longest closed first.
      index("repairs_to_forget").on(t.closedAt).where(sql`${t.closedAt} IS NOT NULL AND ${t.forgottenAt} IS NULL`),
      index("repairs_by_time").on(t.raisedAt, t.id),
      check("repairs_status", sql`${t.status} IN ('open', 'done', 'cancelled')`),
    ],
  );

  return { repairs };
}

export type Repairs = ReturnType<typeof repairsFor>;
