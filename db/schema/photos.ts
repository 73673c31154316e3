import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Appointments } from "./appointments.ts";
import type { Drafts } from "./drafts.ts";
import type { Repairs } from "./repairs.ts";

export function photosFor(
  { table, id, text, whole, instant, index, uniqueIndex, check }: Columns,
  { drafts, repairs, appointments }: Drafts & Repairs & Appointments,
) {
  /** Photos of a problem, a draft's until it is sent, then its repair's; and of a visit. The files stand outside the database and never change. */
  const photos = table(
    "photos",
    {
      id: id(),
      draftId: text().references(() => drafts.id),
      repairId: text().references(() => repairs.id),
      /** The visit at which it was taken; null for what the tenant sent. */
      appointmentId: text().references(() => appointments.id),
      /** The random name of its files in the photo store. */
      file: text().notNull(),
      /** What its files take on the disk. */
      bytes: whole().notNull(),
      width: whole().notNull(),
      height: whole().notNull(),
      /** Order in which they are shown. */
      position: whole().notNull(),
      addedAt: instant().notNull(),
    },
    (t) => [
      uniqueIndex("photos_by_file").on(t.file),
      uniqueIndex("photos_by_draft").on(t.draftId, t.position),
      index("photos_by_repair").on(t.repairId),
      check("photos_owner", sql`(${t.draftId} IS NULL) <> (${t.repairId} IS NULL)`),
    ],
  );

  return { photos };
}
