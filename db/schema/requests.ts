import type { Columns } from "../columns/sqlite.ts";
import type { Repairs } from "./repairs.ts";

/** What people ask for that is no repair of its own: to be counted in, or to be heard at all. */
export function requestsFor({ table, id, text, instant, index, uniqueIndex }: Columns, { repairs }: Repairs) {
  /** Somebody else has a repair that is reported already. Once for each device; the way to reach them is theirs to leave out. */
  const followers = table(
    "followers",
    {
      id: id(),
      /** Their own: the repair's would open what its reporter said. */
      reference: text().notNull(),
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      /** The draft it came from. No foreign key: drafts are deleted. */
      submission: text().notNull(),
      /** SHA-256 of the id in the device's cookie. */
      device: text().notNull(),
      language: text().notNull(),
      phone: text(),
      email: text(),
      /** How to send messages: text, email, or none. */
      messagesBy: text().notNull(),
      followedAt: instant().notNull(),
    },
    (t) => [
      uniqueIndex("followers_by_reference").on(t.reference),
      uniqueIndex("followers_once").on(t.repairId, t.device),
      index("followers_by_submission").on(t.submission),
    ],
  );

  /** A request of somebody whose address we do not have: for staff to read. What is personal can be emptied. */
  const requests = table(
    "requests",
    {
      id: id(),
      reference: text().notNull(),
      /** The draft it came from: sending it again finds the first answer. No foreign key: drafts are deleted. */
      submission: text().notNull(),
      device: text().notNull(),
      language: text().notNull(),
      name: text(),
      phone: text(),
      email: text(),
      address: text(),
      problem: text(),
      askedAt: instant().notNull(),
      /** Null until somebody has dealt with it. */
      closedAt: instant(),
    },
    (t) => [
      uniqueIndex("requests_by_reference").on(t.reference),
      uniqueIndex("requests_by_submission").on(t.submission),
      index("requests_open").on(t.closedAt, t.askedAt),
    ],
  );

  return { followers, requests };
}
