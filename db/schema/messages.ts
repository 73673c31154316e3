import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Repairs } from "./repairs.ts";

/** What must reach a person, and whether it did. */
export function messagesFor({ table, id, text, whole, instant, index, uniqueIndex, check }: Columns, { repairs }: Repairs) {
  /** A repair that somebody on duty must see at once, because its tenant could not call. */
  const emergencies = table("emergencies", {
    repairId: text()
      .primaryKey()
      .references(() => repairs.id),
    /** What kind of danger, for what to do meanwhile: an answer of the emergency question; null where only the catalogue names it. */
    kind: text(),
    acknowledgedAt: instant(),
    /** The name given by the person who has seen it. */
    acknowledgedBy: text(),
    /** When somebody was sent, and when they or an officer said that it is safe now. */
    dispatchedAt: instant(),
    madeSafeAt: instant(),
    version: whole().notNull().default(0),
  });

  /**
   * The outbox. A row is written in the change that calls for it; it names no person and keeps no words: what is sent is read from the
   * repair when it is sent. The id is the provider's reference.
   */
  const messages = table(
    "messages",
    {
      id: id(),
      /** emergency. */
      kind: text().notNull(),
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      /** 1, then one more each time it is said again. */
      number: whole().notNull(),
      /** waiting, sent, stopped (no longer wanted) or failed (given up). */
      status: text().notNull(),
      /** When it is to be said. */
      dueAt: instant().notNull(),
      /** When it is tried next: later than due where it was tried in vain. While a sender has it, until when nobody else may. */
      tryAt: instant().notNull(),
      tries: whole().notNull().default(0),
      sentAt: instant(),
      /** Why the last try failed, in a few words of ours. */
      fault: text(),
      /** SHA-256 of the token in its link: whoever has the link may say that they have seen it. */
      tokenHash: text(),
      createdAt: instant().notNull(),
    },
    (t) => [
      uniqueIndex("messages_once").on(t.repairId, t.kind, t.number),
      index("messages_to_send").on(t.tryAt).where(sql`${t.status} = 'waiting'`),
      uniqueIndex("messages_by_token").on(t.tokenHash),
      check("messages_status", sql`${t.status} IN ('waiting', 'sent', 'stopped', 'failed')`),
      check("messages_sent", sql`(${t.status} = 'sent') = (${t.sentAt} IS NOT NULL)`),
    ],
  );

  return { emergencies, messages };
}
