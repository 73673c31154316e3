import { addMinutes, min } from "date-fns";
import type { Rules } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { lockDays } from "#db/queries/days.ts";
import { keepHold, lockDraft } from "#db/queries/holds.ts";
import { heldSlots } from "#db/queries/slots.ts";

/**
 * Lets a draft keep what it holds for another of the landlord's hold minutes, never past what was set when it chose. A hold that lapsed and
 * that nobody took is taken up again. Answers with the new end; undefined when there is nothing to extend, or no time left to extend by.
 */
export function extendHold(db: Db, { draftId, rules, now }: { draftId: string; rules: Rules; now: Date }): Promise<Date | undefined> {
  return db.write(async (tx) => {
    const draft = await lockDraft(tx, db.schema, { draftId });
    const held = await heldSlots(tx, db.schema, draftId);
    if (!draft.holdUntilAtMost || held.length === 0) return undefined;
    const expiresAt = min([addMinutes(now, rules.booking.holdMinutes), draft.holdUntilAtMost]);
    if (expiresAt <= now) return undefined;
    await lockDays(
      tx,
      db.schema,
      held.map(({ date }) => date),
    );
    const kept = await keepHold(tx, db.schema, { draftId, expiresAt });
    return kept > 0 ? expiresAt : undefined;
  });
}
