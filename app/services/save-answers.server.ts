import type { Db } from "#db/client.ts";
import { keepTyped, lockDraftOn } from "#db/queries/drafts.ts";

/** Longer than any field's limit, so that a mistake is kept; a whole book is not. */
const MOST_KEPT = 10_000;

type Typed = Record<string, string | string[]>;

interface Answers {
  draftId: string;
  device: string;
  /** By page, its fields as typed, right or wrong: a mistake is kept too, to be mended. */
  typed: Record<string, Typed>;
  now: Date;
}

/** What is kept of one page: all but a whole book. */
export const kept = (typed: Typed) =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => [value].flat().join("").length <= MOST_KEPT));

/** Keeps what was typed on some pages of a draft, beside what other pages (or another tab) have. False when the draft is not this device's. */
export function saveAnswers(db: Db, { draftId, device, typed, now }: Answers): Promise<boolean> {
  const pages = Object.fromEntries(Object.entries(typed).map(([page, fields]) => [page, kept(fields)]));
  return db.write(async (tx) => {
    const draft = await lockDraftOn(tx, db.schema, { id: draftId, device });
    if (!draft) return false;
    await keepTyped(tx, db.schema, { id: draftId, typed: { ...draft.typed, ...pages }, now });
    return true;
  });
}
