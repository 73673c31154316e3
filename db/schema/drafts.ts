import type { Columns } from "../columns/sqlite.ts";
import type { Catalogues } from "./catalogue.ts";

/** What people typed, by step of the journey: raw, so that going back shows it unchanged. */
export type Typed = Record<string, Record<string, string | string[]>>;

export function draftsFor({ table, id, text, whole, instant, json, index }: Columns, { catalogues }: Catalogues) {
  /** Answers and choices not yet submitted. Only drafts hold slots. */
  const drafts = table(
    "drafts",
    {
      id: id(),
      /** What it is for: report, or offer (it holds a time that somebody who waits was offered). */
      kind: text().notNull(),
      /** SHA-256 of the id in the device's cookie: who may open it. */
      device: text().notNull(),
      /** The agent who fills it in for a caller: whoever has it on their list. Null where a tenant does it. No foreign key: it is a key to the draft, as the device is. */
      staffId: text(),
      language: text().notNull(),
      /** The version of the catalogue its answers point into. */
      catalogueId: text()
        .notNull()
        .references(() => catalogues.id),
      typed: json<Typed>().notNull(),
      /** The window promised by the slots it holds: they keep only their own, and one of theirs may serve another. */
      heldWindow: text(),
      /** Until when a hold may be extended, however often it is asked. */
      holdUntilAtMost: instant(),
      /** Keyed hash of the network address that chose what it holds, never the address itself. */
      origin: text(),
      /** When it was last looked at for a danger that staff should know of. */
      reviewedAt: instant(),
      createdAt: instant().notNull(),
      touchedAt: instant().notNull(),
      version: whole().notNull().default(0),
    },
    (t) => [
      index("drafts_by_device").on(t.device, t.touchedAt),
      index("drafts_by_staff").on(t.staffId, t.touchedAt),
      index("drafts_by_touched").on(t.touchedAt),
      index("drafts_by_origin").on(t.origin, t.holdUntilAtMost),
    ],
  );

  return { drafts };
}

export type Drafts = ReturnType<typeof draftsFor>;
