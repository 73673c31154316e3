import { readPhone } from "#app/domain/phone.ts";
import type { FollowAnswer } from "#app/journeys/side-forms.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { keepTyped, lockDraftOn } from "#db/queries/drafts.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { addFollower, changeFollower, followerOn } from "#db/queries/requests.ts";
import { newReference } from "./new-reference.server.ts";

interface Following {
  draftId: string;
  /** SHA-256 of the device's id. */
  device: string;
  repairId: string;
  answer: FollowAnswer;
  now: Date;
}

/**
 * Counts somebody in who has a repair that is reported already, once for each device; said again, it changes only how messages are sent.
 * What was typed is emptied from the draft. False when the draft is not this device's.
 */
export function followRepair(db: Db, { draftId, device, repairId, answer, now }: Following): Promise<boolean> {
  const { schema } = db;
  const { messagesBy } = answer;
  const said = {
    submission: draftId,
    messagesBy,
    phone: messagesBy === "text" ? (readPhone(answer.phone)?.number ?? null) : null,
    email: messagesBy === "email" ? answer.email : null,
  };
  return db.write(async (tx) => {
    const draft = await lockDraftOn(tx, schema, { id: draftId, device });
    if (!draft) return false;
    const known = await followerOn(tx, schema, { repairId, device });
    if (known) await changeFollower(tx, schema, { id: known.id, ...said });
    else {
      const id = newId(now);
      const follower = { id, repairId, device, language: draft.language, ...said, followedAt: now };
      // Another tab may have said so just now: that is no reason to try again.
      const isCounted = async () => (await followerOn(tx, schema, { repairId, device })) !== undefined;
      await newReference(async (reference) => (await addFollower(tx, schema, { ...follower, reference })) || (await isCounted()));
      const trace = { id: newId(now), at: now, who: "tenant", channel: "online", what: "followed", changeId: id };
      await addEvent(tx, schema, { ...trace, repairId, appointmentId: null, before: null, after: { messagesBy } });
    }
    await keepTyped(tx, schema, { id: draftId, typed: {}, now });
    return true;
  });
}
