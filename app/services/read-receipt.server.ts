import type { Db } from "#db/client.ts";
import { draftOn } from "#db/queries/drafts.ts";
import { emergencyOf } from "#db/queries/emergencies.ts";
import type { Emergency } from "#db/queries/messages.ts";
import { type Appointment, type Repair, submitted } from "#db/queries/repairs.ts";

/** What a report came to: its repair, and the appointment where one was booked. */
export interface Receipt {
  repair: Repair;
  appointment: Appointment | null;
  /** Where it went to whoever is on duty. */
  emergency: Emergency | undefined;
}

/** The receipt of a report sent from this device (SHA-256 of its id); undefined where it was not sent, or not from there. */
export async function readReceipt(db: Db, { draftId, device }: { draftId: string; device: string }): Promise<Receipt | undefined> {
  const draft = await draftOn(db.read, db.schema, { id: draftId, device });
  const sent = draft && (await submitted(db.read, db.schema, draft.id));
  const isEmergency = sent?.repair.waitsFor === "emergency";
  return sent && { ...sent, emergency: isEmergency ? await emergencyOf(db.read, db.schema, sent.repair.id) : undefined };
}
