import type { TenantKind } from "#app/domain/message.ts";
import type { MessageWords } from "#app/languages/en/messages.ts";
import type { Db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addTemplate } from "#db/queries/message-templates.ts";
import { addEvent } from "#db/queries/repairs.ts";

interface NewWords {
  kind: TenantKind;
  language: string;
  /** The version that the form was shown with. */
  from: number;
  /** The landlord's own words; null for the standard ones again. */
  words: MessageWords | null;
  /** A staff id. */
  who: string;
  now: Date;
}

/** Keeps other words for a kind of message, as a new version of them: what waits goes out in these. False where they have changed since `from`. */
export function changeTemplate(db: Db, { kind, language, from, words, who, now }: NewWords): Promise<boolean> {
  return db.write(async (tx) => {
    const version = from + 1;
    if (!(await addTemplate(tx, db.schema, { kind, language, version, words, at: now, who }))) return false;
    const id = newId(now);
    const event = { id, at: now, who, channel: "office", changeId: id, repairId: null, appointmentId: null };
    const after = { message: kind, language, version, own: Number(words !== null) };
    await addEvent(tx, db.schema, { ...event, what: "words of a message changed", before: null, after });
    return true;
  });
}
