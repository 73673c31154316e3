import type { Db } from "#db/client.ts";
import { keepTyped, lockDraftOn } from "#db/queries/drafts.ts";

/** Longer than any field's limit, so that a mistake is kept; a whole book is not. */
const MOST_KEPT = 10_000;

interface Answer {
  draftId: string;
  device: string;
  step: string;
  /** The page's fields as typed, right or wrong: a mistake is kept too, to be mended. */
  typed: Record<string, string | string[]>;
  now: Date;
}

/** Keeps what was typed on one page of a draft, beside what other pages (or another tab) have. False when the draft is not this device's. */
export function saveAnswer(db: Db, { draftId, device, step, typed, now }: Answer): Promise<boolean> {
  const kept = Object.fromEntries(Object.entries(typed).filter(([, value]) => [value].flat().join("").length <= MOST_KEPT));
  return db.write(async (tx) => {
    const draft = await lockDraftOn(tx, db.schema, { id: draftId, device });
    if (!draft) return false;
    await keepTyped(tx, db.schema, { id: draftId, typed: { ...draft.typed, [step]: kept }, now });
    return true;
  });
}
