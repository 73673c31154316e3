import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { isNotAlone } from "#app/domain/home.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";

/** A home as a journey needs it. */
export type Home = Schema["homes"]["$inferSelect"];

/**
 * Locks a home until the transaction ends: after the draft, before any date. What is counted of it then stays so. Answers with whether nobody
 * may go there alone.
 */
export async function lockHome(tx: Query, { homes }: Schema, uprn: string): Promise<boolean> {
  const build = (query: Query) =>
    query
      .update(homes)
      .set({ version: sql`${homes.version}` })
      .where(eq(homes.uprn, given(homes.uprn, "uprn")))
      .returning({ notAloneWhy: homes.notAloneWhy });
  const [home] = await run(tx, "lock a home", build, { uprn });
  return home !== undefined && isNotAlone(home);
}

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
