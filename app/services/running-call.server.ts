import { subHours } from "date-fns";
import { CALL_REASONS, type CallReason, reasonFrom } from "#app/domain/call.ts";
import type { Db, Query } from "#db/client.ts";
import { doneAtHome, type RunningCall, runningCallOf, writeCallEnd } from "#db/queries/call-ends.ts";

/** No call is longer: one that was begun before has been left without an end. */
const LONGEST_HOURS = 4;

interface OnCall {
  staffId: string;
  now: Date;
}

/** The call an agent is on, within a change; undefined where they are on none. */
export const runningIn = (query: Query, { schema }: Pick<Db, "schema">, { staffId, now }: OnCall): Promise<RunningCall | undefined> =>
  runningCallOf(query, schema, { staffId, since: subHours(now, LONGEST_HOURS) });

/** The call an agent is on, with the home it is about and the reason that what was done in it suggests; undefined where they are on none. */
export async function runningCall(db: Db, { staffId, now }: OnCall) {
  const found = await runningIn(db.read, db, { staffId, now });
  if (!found) return undefined;
  const { uprn, startedAt, reason } = found.call;
  const done = uprn === null ? [] : await doneAtHome(db.read, db.schema, { uprn, who: staffId, since: startedAt });
  const known = CALL_REASONS.find((each) => each === reason);
  return { ...found, proposed: done.length > 0 ? reasonFrom(done) : (known ?? "other") };
}

interface Ending extends OnCall {
  callId: string;
  reason: CallReason;
}

/** Ends a call with the reason it was made for. False where it is over already, or not theirs: nothing has changed. */
export function endCall(db: Db, { callId: id, staffId, reason, now }: Ending): Promise<boolean> {
  return db.write((tx) => writeCallEnd(tx, db.schema, { id, staffId, reason, now }));
}
