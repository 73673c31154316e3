import { wishOf } from "#app/domain/wish.ts";
import type { Db } from "#db/client.ts";
import { changeRepair } from "#db/queries/repair-case.ts";
import { removeNeed } from "#db/queries/visit-needs.ts";
import { type Seen, traceRepair } from "./change-repair.server.ts";

/**
 * Sets aside what a tenant asked of who comes: they have agreed to anybody. Said twice it is said once; false where the repair is not open, or
 * has changed meanwhile.
 */
export function setWishAside(db: Db, { needs, ...seen }: Seen & { needs: readonly string[] }): Promise<boolean> {
  const { repair, version } = seen;
  const wish = wishOf(needs);
  if (!wish) return Promise.resolve(true);
  return db.write(async (tx) => {
    const changed = await changeRepair(tx, db.schema, { id: repair.id, from: version });
    if (!changed) return false;
    await removeNeed(tx, db.schema, { repairId: repair.id, need: wish });
    await traceRepair(tx, db, seen, { what: "tenant agreed to anybody", before: null, after: { repairVersion: changed.version } });
    return true;
  });
}
