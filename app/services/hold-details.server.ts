import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { holdsOf, lockUnforgotten, writeHolds } from "#db/queries/retention.ts";
import { type Seen, traceRepair } from "./change-repair.server.ts";

/**
 * Keeps the personal details of a repair, open or closed, from being deleted for these reasons (codes) and no others; for none, they
 * are deleted in their time. False where they are deleted already, or the repair has changed meanwhile.
 */
export function holdDetails(db: Db, { reasons, ...seen }: Seen & { reasons: readonly string[] }): Promise<boolean> {
  const { schema } = db;
  const { repair, version, who, now } = seen;
  return db.write(async (tx) => {
    const locked = await lockUnforgotten(tx, schema, { id: repair.id, from: version });
    if (!locked) return false;
    const before = (await holdsOf(tx, schema, repair.id)).map(({ reason }) => reason);
    const added = [...new Set(reasons)].filter((reason) => !before.includes(reason));
    const remove = before.filter((reason) => !reasons.includes(reason));
    const add = added.map((reason) => ({ repairId: repair.id, reason, at: now, who }));
    await writeHolds(tx, schema, { repairId: repair.id, add, remove });
    const changeId = newId(now);
    const trace = (what: string, hold: string) =>
      traceRepair(tx, db, seen, { what, changeId, before: null, after: { hold, repairVersion: locked.version } });
    for (const hold of added) await trace("personal details held", hold);
    for (const hold of remove) await trace("personal details released", hold);
    return true;
  });
}

/** Why the personal details of a repair are kept beyond their time: codes. */
export async function readHolds(db: Db, repairId: string): Promise<string[]> {
  return (await holdsOf(db.read, db.schema, repairId)).map(({ reason }) => reason);
}
