import { type LocalDate, localDate } from "#app/domain/local-date.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lastMark, MARKED, marksOver, UNMARKED, writeMark } from "#db/queries/home-mark.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { mayWriteBeside } from "#db/queries/retention.ts";
import { noteWith, type Seen } from "./change-repair.server.ts";

/** A home's mark, as staff set it, change its last day, or take it away. */
interface Marking {
  uprn: string;
  /** The home's, as the form saw it. */
  version: number;
  /** Whether nobody may go there alone from now on. */
  isMarked: boolean;
  /** Why, in the words of whoever sets it; may be empty where it is taken away from the home's own page. */
  why: string;
  /** Its last day; null where it stands until somebody takes it away. */
  until: LocalDate | null;
  /** The repair from whose page it is done. */
  repair?: Seen["repair"];
  who: string;
  now: Date;
}

/**
 * Marks a home as one that nobody visits alone, or takes the mark away. Why it is marked stands on the home alone and goes with the mark; why
 * it is not any more is a note of the repair; the trace has neither. False where the home has changed meanwhile, or the repair's personal details
 * have been deleted: nothing has changed then.
 */
export function markHome(db: Db, { isMarked, why, until, repair, ...by }: Marking): Promise<boolean> {
  const { uprn, version } = by;
  const mark = isMarked ? { notAloneWhy: why, notAloneUntil: until } : { notAloneWhy: null, notAloneUntil: null };
  const [what, said] = isMarked ? [MARKED, undefined] : [UNMARKED, repair];
  return db.write(async (tx) => {
    if (repair && !(await mayWriteBeside(tx, db.schema, repair.id))) return false;
    if (!(await writeMark(tx, db.schema, { uprn, version, ...mark }))) return false;
    if (said) await noteWith(tx, db, { ...by, repair: said }, why);
    await trace(tx, db, { ...by, what, repairId: repair?.id ?? null });
    return true;
  });
}

interface Marked {
  uprn: string;
  version: number;
  who: string;
  now: Date;
  what: string;
  repairId: string | null;
}

async function trace(tx: Query, { schema }: Db, { uprn, version, who, now, what, repairId }: Marked): Promise<void> {
  const id = newId(now);
  const event = { id, at: now, who, channel: "office", what, changeId: newId(now), repairId, appointmentId: null, uprn };
  await addEvent(tx, schema, { ...event, before: { homeVersion: version }, after: { homeVersion: version + 1 } });
}

/** What was last done to the mark of a home, when and by whom; undefined where it never had one. */
export function readMark(db: Db, uprn: string): ReturnType<typeof lastMark> {
  return lastMark(db.read, db.schema, uprn);
}

/** Takes away the marks whose last day is over: a job does it. Answers with what it did. */
export async function endMarks(db: Db, now: Date): Promise<string | undefined> {
  const over = await marksOver(db.read, db.schema, localDate(now));
  let ended = 0;
  for (const { uprn, version } of over)
    if (await markHome(db, { uprn, version, isMarked: false, why: "", until: null, who: "system", now })) ended++;
  return ended > 0 ? `${ended} marks of homes are over` : undefined;
}
