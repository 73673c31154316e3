import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/** A home as a journey needs it. */
export type Home = Schema["homes"]["$inferSelect"];

/**
 * The homes of a postcode (upper case, no space) that a person may report a repair at, as people sort addresses: 2 before 10.
 * Homes that have ended and communal parts are left out.
 */
export function homesAt(query: Query, { homes }: Schema, postcode: string): Promise<Home[]> {
  return run(
    query,
    "homes_at",
    (q) =>
      q
        .select()
        .from(homes)
        .where(and(eq(homes.postcode, given(homes.postcode, "postcode")), isNull(homes.endedOn), ne(homes.tenure, "communal")))
        .orderBy(asc(homes.sortKey), asc(homes.uprn)),
    { postcode },
  );
}
