import { subMinutes } from "date-fns";
import { fits } from "#app/domain/identity.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addCall, addCheck, callJustBegun, hasHome } from "#db/queries/calls.ts";
import { lockHome } from "#db/queries/homes.ts";
import { tenancyOn } from "#db/queries/tenants.ts";

/** Pressed again within so many minutes it is the same call. */
const SAME_CALL_MINUTES = 1;

interface Starting {
  staffId: string;
  uprn: string;
  /** What the home was found by, as typed: a number that is on file is the fact that the caller gave. It is compared, not kept. */
  typed?: string | undefined;
  now: Date;
}

/**
 * Starts a call about a home, or goes on with the one that this agent has just begun there. Returns its id; undefined where there is no such
 * home.
 */
export async function startCall(db: Db, { staffId, uprn, typed, now }: Starting): Promise<string | undefined> {
  const { schema } = db;
  const today = localDate(now);
  const file = await tenancyOn(db.read, schema, { uprn, date: today });
  const isOnFile = file !== undefined && typed !== undefined && fits(file, { fact: "phone", said: typed }, today);
  return db.write(async (tx) => {
    // Two presses at once wait for each other here.
    await lockHome(tx, schema, uprn);
    if (!(await hasHome(tx, schema, uprn))) return undefined;
    const begun = await callJustBegun(tx, schema, { staffId, uprn, since: subMinutes(now, SAME_CALL_MINUTES) });
    if (begun) return begun.id;
    const id = newId(now);
    await addCall(tx, schema, { id, staffId, uprn, startedAt: now });
    const check = { id: newId(now), callId: id, at: now, asked: ["phone"], passed: true, caller: "tenant", consent: null };
    if (isOnFile) await addCheck(tx, schema, check);
    return id;
  });
}
