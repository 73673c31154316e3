import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Appointments } from "./appointments.ts";
import type { Repairs } from "./repairs.ts";

/** What must reach a person, and whether it did. */
export function messagesFor(
  { table, id, text, whole, instant, json, index, uniqueIndex, check, primaryKey }: Columns,
  { repairs, appointments }: Repairs & Appointments,
) {
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
      /** emergency, or what a tenant is told: see domain/message. */
      kind: text().notNull(),
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      appointmentId: text().references(() => appointments.id),
      /** The follower of the repair whom it is for; empty where it is for whoever the repair's own messages go to. No foreign key: it is never null. */
      followerId: text().notNull().default(""),
      /** text, email, letter, call (both for staff to do) or webhook (the person on duty). */
      channel: text().notNull().default("webhook"),
      /** The change that calls for it, which says it once by each channel; empty where the number alone tells them apart. */
      event: text().notNull().default(""),
      /** 0: before all others, since somebody waits for it. 1: the others. 2: staff do it by hand. */
      rank: whole().notNull().default(1),
      /** 1, then one more each time it is said again. */
      number: whole().notNull(),
      /** waiting, sent, stopped (no longer wanted) or failed (given up). */
      status: text().notNull(),
      /** When it is to be said. */
      dueAt: instant().notNull(),
      /** When it is tried next: later than due where it was tried in vain. While a sender has it, until when nobody else may. */
      tryAt: instant().notNull(),
      tries: whole().notNull().default(0),
      /** When it went out, was posted, or was said on the phone. */
      sentAt: instant(),
      /** The staff id of whoever posted the letter or made the call. */
      sentBy: text(),
      /** What the provider says became of it later: delivered or failed. */
      receipt: text(),
      receiptAt: instant(),
      /** Why the last try failed, in a few words of ours. */
      fault: text(),
      /** SHA-256 of the token in its link: whoever has the link may say that they have seen it. */
      tokenHash: text(),
      createdAt: instant().notNull(),
    },
    (t) => [
      uniqueIndex("messages_once").on(t.repairId, t.kind, t.number, t.event, t.channel, t.followerId),
      index("messages_to_send").on(t.rank, t.tryAt).where(sql`${t.status} = 'waiting'`),
      index("messages_by_status").on(t.status, t.channel, t.id),
      uniqueIndex("messages_by_token").on(t.tokenHash),
      check("messages_status", sql`${t.status} IN ('waiting', 'sent', 'stopped', 'failed')`),
      check("messages_sent", sql`(${t.status} = 'sent') = (${t.sentAt} IS NOT NULL)`),
    ],
  );

  /** The landlord's own words for a kind of message, one version after another; the standard words where the latest has none. */
  const messageTemplates = table(
    "message_templates",
    {
      kind: text().notNull(),
      language: text().notNull(),
      version: whole().notNull(),
      words: json<{ text: string; subject: string; body: string }>(),
      at: instant().notNull(),
      /** A staff id. */
      who: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.kind, t.language, t.version] })],
  );

  return { emergencies, messages, messageTemplates };
}
