import type { Landlord } from "#app/domain/landlord.ts";
import type { Db } from "#db/client.ts";
import { emergencyCase } from "#db/queries/emergencies.ts";
import type { Message } from "#db/queries/messages.ts";
import type { Tried } from "./channels/channel.server.ts";
import { emergencyNotice } from "./emergency-notice.server.ts";
import { postWebhook } from "./post-webhook.server.ts";
import type { JobLog } from "./run-jobs.server.ts";

interface EmergencyOutbox {
  db: Db;
  landlord: Pick<Landlord, "emergencyContact">;
  log: JobLog;
  /** How long a receiver may take. */
  patienceMs?: number;
}

/** Tries to tell the person on duty of an emergency as it stands now; "stopped" where somebody has seen it, or its repair is closed. */
export async function sendEmergency(
  { db, landlord, log, patienceMs }: EmergencyOutbox,
  message: Message,
  link: string,
): Promise<Tried | "stopped"> {
  const found = await emergencyCase(db.read, db.schema, message.repairId);
  if (!found || found.emergency.acknowledgedAt || found.repair.status !== "open") return "stopped";
  const sendTo = landlord.emergencyContact?.sendTo;
  if (!sendTo) return { ok: false, fault: "no emergencyContact in the settings" };
  if (sendTo === "log") {
    log.warn(`Emergency ${found.repair.reference}: whoever is on duty says so at ${link}`);
    return { ok: true };
  }
  return postWebhook({ url: sendTo, id: message.id, body: emergencyNotice(found, message, link), patienceMs });
}
