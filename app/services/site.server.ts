import type { Landlord } from "#app/domain/landlord.ts";
import type { Db } from "#db/client.ts";

/** One running installation: whose it is, where its rows are, and what time it is. Every request is served from it. */
export interface Site {
  db: Db;
  landlord: Landlord;
  now: () => Date;
}
