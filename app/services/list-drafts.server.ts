import { subDays } from "date-fns";
import type { Db } from "#db/client.ts";
import { draftsOf } from "#db/queries/drafts.ts";

const DAYS_KEPT = 7;

/** The reports begun and not sent on a device in the last 7 days, newest first: when they were begun, and nothing of what they say. */
export async function listDrafts(db: Db, { device, now }: { device: string; now: Date }): Promise<{ id: string; createdAt: Date }[]> {
  const drafts = await draftsOf(db.read, db.schema, { device, since: subDays(now, DAYS_KEPT) });
  return drafts.filter(({ typed }) => Object.keys(typed).length > 0).map(({ id, createdAt }) => ({ id, createdAt }));
}
