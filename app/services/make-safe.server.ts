import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { SAFETY_WORK } from "#db/queries/dispatch.ts";
import { lockEmergency, writeEmergency } from "#db/queries/emergencies.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { acknowledgeIn } from "./acknowledge-emergency.server.ts";

/** Whether an appointment is to make a home safe: then "done" says that it is. */
export const isSafetyWork = ({ purpose }: { purpose: string }): boolean => purpose === SAFETY_WORK;

interface MadeSafe {
  repairId: string;
  /** Who says so, a staff id or an operative's, and their name. */
  who: string;
  by: string;
  /** office, or visit where it is said at the home. */
  channel: string;
  now: Date;
}

/** Keeps that an emergency is safe now, which ends its messages. The repair stays open. False where it was said before, or there is none. */
export function makeSafe(db: Db, safe: MadeSafe): Promise<boolean> {
  return db.write((tx) => makeSafeIn(tx, db, safe));
}

async function makeSafeIn(tx: Query, db: Db, { repairId, who, by, channel, now }: MadeSafe): Promise<boolean> {
  const emergency = await lockEmergency(tx, db.schema, repairId);
  if (!emergency) return false;
  await writeEmergency(tx, db.schema, { repairId, madeSafeAt: now });
  await acknowledgeIn(tx, db, { repairId, by, who, channel, now });
  const id = newId(now);
  const line = { id, at: now, who, channel, what: "made safe", changeId: id, repairId, appointmentId: null };
  await addEvent(tx, db.schema, { ...line, before: null, after: { emergencyVersion: emergency.version } });
  return true;
}
