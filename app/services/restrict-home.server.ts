import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { writeRestriction } from "#db/queries/household.ts";
import { addEvent } from "#db/queries/repairs.ts";

interface Restricting {
  uprn: string;
  /** The home's, as the form saw it. */
  version: number;
  /** Who alone may open it, why, and when that is looked at again; null lets all of staff. */
  restriction: { roles: readonly string[]; why: string; reviewOn: string } | null;
  who: string;
  now: Date;
}

/** Restricts a home to some roles, or lets all of staff open it again. The trace says which roles, never why. False where it has changed meanwhile. */
export function restrictHome(db: Db, { uprn, version, restriction, who, now }: Restricting): Promise<boolean> {
  const restrictedTo = restriction?.roles.join(" ") ?? null;
  return db.write(async (tx) => {
    const values = { restrictedTo, restrictedWhy: restriction?.why ?? null, restrictedReviewOn: restriction?.reviewOn ?? null };
    if (!(await writeRestriction(tx, db.schema, { uprn, version, ...values }))) return false;
    const what = restriction ? "home restricted" : "restriction taken away";
    const event = { id: newId(now), at: now, who, channel: "office", what, changeId: newId(now), repairId: null, appointmentId: null };
    await addEvent(tx, db.schema, { ...event, uprn, before: null, after: { roles: restrictedTo, homeVersion: version + 1 } });
    return true;
  });
}
