import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";

/** Where things are: patches, blocks and homes. */
export function placesFor({ table, id, text, day, whole, index, uniqueIndex }: Columns) {
  /** An area that a set of operatives covers. */
  const patches = table("patches", { id: id(), name: text().notNull() }, (t) => [uniqueIndex("patches_by_name").on(t.name)]);

  /** A building with communal parts. */
  const blocks = table("blocks", { id: id(), name: text().notNull(), patchId: text().references(() => patches.id) }, (t) => [
    uniqueIndex("blocks_by_name").on(t.name),
  ]);

  const homes = table(
    "homes",
    {
      /** The UPRN, digits only, without leading zeros. */
      uprn: id(),
      /** The address as it is shown, line by line; a home has no empty lines. */
      line1: text().notNull(),
      line2: text(),
      line3: text(),
      town: text(),
      /** Upper case, no space: SW1A2AA. */
      postcode: text().notNull(),
      /** Orders addresses as people do: 2 High Street before 10 High Street. */
      sortKey: text().notNull(),
      patchId: text().references(() => patches.id),
      blockId: text().references(() => blocks.id),
      tenure: text().notNull(),
      easting: whole(),
      northing: whole(),
      /** Set when a full import no longer lists the home: homes end, they are never deleted. */
      endedOn: day(),
      /** Why nobody may go there alone, in an officer's words; null where anybody may. Staff alone see it, and imports leave it as it is. */
      notAloneWhy: text(),
      /** The last day of that mark; null where it stands until somebody takes it away. */
      notAloneUntil: day(),
      /** The only roles that may open it, with a space between; null where all of staff may. */
      restrictedTo: text(),
      /** Why, in a manager's words, and when that is looked at again. */
      restrictedWhy: text(),
      restrictedReviewOn: day(),
      version: whole().notNull().default(0),
    },
    (t) => [
      index("homes_by_postcode").on(t.postcode, t.sortKey),
      index("homes_by_block").on(t.blockId),
      // Few rows: what every list leaves out, and the marks that a job ends.
      index("homes_restricted").on(t.restrictedTo).where(sql`${t.restrictedTo} IS NOT NULL`),
      index("homes_not_alone_until").on(t.notAloneUntil).where(sql`${t.notAloneUntil} IS NOT NULL`),
    ],
  );

  /** Rows of an import on their way to homes: written in short turns, applied by one statement. */
  const stagedHomes = table(
    "staged_homes",
    {
      importId: text().notNull(),
      line: whole().notNull(),
      uprn: text().notNull(),
      line1: text().notNull(),
      line2: text(),
      line3: text(),
      town: text(),
      postcode: text().notNull(),
      sortKey: text().notNull(),
      patchName: text(),
      blockName: text(),
      tenure: text().notNull(),
      easting: whole(),
      northing: whole(),
    },
    (t) => [uniqueIndex("staged_homes_once").on(t.importId, t.uprn)],
  );

  return { patches, blocks, homes, stagedHomes };
}

export type Places = ReturnType<typeof placesFor>;
