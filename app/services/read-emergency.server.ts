import { subDays } from "date-fns";
import type { Db } from "#db/client.ts";
import { type EmergencyCase, emergencyCase, repairOfLink } from "#db/queries/emergencies.ts";
import { hashOf } from "./token.server.ts";

/** A link shows an address to whoever has it: not for ever. */
const DAYS_OPEN = 7;

/** The emergency that a message's link is about; undefined where the token opens none, or its message is older than 7 days. Changes nothing. */
export async function readEmergency(db: Db, { token, now }: { token: string; now: Date }): Promise<EmergencyCase | undefined> {
  const repairId = await repairOfLink(db.read, db.schema, { tokenHash: hashOf(token), since: subDays(now, DAYS_OPEN) });
  return repairId === undefined ? undefined : emergencyCase(db.read, db.schema, repairId);
}
