import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Appointments } from "./appointments.ts";
import type { Repairs } from "./repairs.ts";

/** Who wants a sooner visit, and what each of them was offered. */
export function soonerFor(
  { table, id, text, day, whole, instant, json, index, uniqueIndex, check }: Columns,
  { repairs, appointments }: Repairs & Appointments,
) {
  /** "Tell me if something sooner comes up", of one repair. It is about the promise that stood when it was asked, and ends with it. */
  const soonerWishes = table(
    "sooner_wishes",
    {
      id: id(),
      repairId: text()
        .notNull()
        .references(() => repairs.id),
      /** The visit that something sooner is wanted than, and what was promised of it; null where the repair has none. */
      appointmentId: text().references(() => appointments.id),
      date: day(),
      window: text(),
      /** The codes of the arrival windows that suit. */
      windows: json<string[]>().notNull(),
      /** At least so many hours before the window begins. */
      noticeHours: whole().notNull(),
      askedAt: instant().notNull(),
      endedAt: instant(),
      version: whole().notNull().default(0),
    },
    (t) => [uniqueIndex("sooner_wishes_one_live").on(t.repairId).where(sql`${t.endedAt} IS NULL`)],
  );

  /** A time that was offered to somebody who waits, and held for them until an instant. */
  const soonerOffers = table(
    "sooner_offers",
    {
      id: id(),
      wishId: text()
        .notNull()
        .references(() => soonerWishes.id),
      date: day().notNull(),
      window: text().notNull(),
      /** The draft that holds it. No foreign key: drafts are deleted. */
      draftId: text().notNull(),
      offeredAt: instant().notNull(),
      until: instant().notNull(),
      /** accepted, declined, lapsed, gone (nobody can come then any more) or ended (with the wish); null while it stands. */
      outcome: text(),
    },
    (t) => [
      uniqueIndex("sooner_offers_one_open").on(t.wishId).where(sql`${t.outcome} IS NULL`),
      index("sooner_offers_by_wish").on(t.wishId, t.offeredAt),
      check("sooner_offers_outcome", sql`${t.outcome} IN ('accepted', 'declined', 'lapsed', 'gone', 'ended')`),
    ],
  );

  return { soonerWishes, soonerOffers };
}
