import { readPhone } from "#app/domain/phone.ts";
import type { RequestAnswer } from "#app/journeys/side-forms.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { keepTyped, lockDraftOn } from "#db/queries/drafts.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { addRequest, requestedBy } from "#db/queries/requests.ts";
import { newReference } from "./new-reference.server.ts";

interface Asking {
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  answer: RequestAnswer;
  now: Date;
}

/**
 * Saves the request of somebody whose address we do not have, for staff to read; sending it again changes nothing. What was typed is
 * emptied from the draft. False when the draft is not this device's.
 */
export function saveRequest(db: Db, { draftId, device, answer, now }: Asking): Promise<boolean> {
  const { schema } = db;
  const { name, phone, email, address, problem } = answer;
  const said = { name, phone: readPhone(phone)?.number ?? null, email: email || null, address, problem };
  return db.write(async (tx) => {
    const draft = await lockDraftOn(tx, schema, { id: draftId, device });
    if (!draft) return false;
    if (await requestedBy(tx, schema, { draftId, device })) return true;
    const id = newId(now);
    const asked = { id, submission: draftId, device, language: draft.language, ...said, askedAt: now, closedAt: null };
    await newReference((reference) => addRequest(tx, schema, { ...asked, reference }));
    const trace = { id: newId(now), at: now, who: "tenant", channel: "online", what: "requested", changeId: id };
    await addEvent(tx, schema, { ...trace, repairId: null, appointmentId: null, before: null, after: null });
    await keepTyped(tx, schema, { id: draftId, typed: {}, now });
    return true;
  });
}
