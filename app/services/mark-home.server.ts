import type { Db } from "#db/client.ts";
import { lastMark, MARKED, UNMARKED, writeMark } from "#db/queries/home-mark.ts";
import { mayWriteBeside } from "#db/queries/retention.ts";
import { noteWith, type Seen, traceRepair } from "./change-repair.server.ts";

/** A home's mark, as an officer sets it or takes it away from one of its repairs. */
interface Marking extends Seen {
  /** Whether nobody may go there alone from now on. */
  isMarked: boolean;
  /** Why, in the officer's words. */
  why: string;
}

/**
 * Marks the home of a repair as one that nobody visits alone, or takes the mark away. `version` is the home's. Why it is marked stands on the
 * home alone and goes with the mark; why it is not any more is a note; the trace has neither. False where the home has changed meanwhile, or
 * the repair's personal details have been deleted: nothing has changed then.
 */
export function markHome(db: Db, { isMarked, why, ...seen }: Marking): Promise<boolean> {
  const { repair, version } = seen;
  return db.write(async (tx) => {
    if (!(await mayWriteBeside(tx, db.schema, repair.id))) return false;
    const isWritten = await writeMark(tx, db.schema, { uprn: repair.uprn, version, notAloneWhy: isMarked ? why : null });
    if (!isWritten) return false;
    if (!isMarked) await noteWith(tx, db, seen, why);
    const what = isMarked ? MARKED : UNMARKED;
    await traceRepair(tx, db, seen, { what, before: { homeVersion: version }, after: { homeVersion: version + 1 } });
    return true;
  });
}

/** What was last done to the mark of a home, when and by whom; undefined where it never had one. */
export function readMark(db: Db, uprn: string): ReturnType<typeof lastMark> {
  return lastMark(db.read, db.schema, uprn);
}
