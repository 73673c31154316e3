import { addMinutes } from "date-fns";

/** For how many minutes a change of slots can be undone, by whoever made it or a colleague. */
export const UNDO_MINUTES = 10;

/** What staff do to slots that can be undone. A visit that was moved was agreed with the tenant: it is moved again instead. */
const UNDOABLE: readonly string[] = ["stop", "withdraw", "reopen", "give", "extra", "absence", "closure"];

/** Changes made after this instant can still be undone. */
export const undoableSince = (now: Date): Date => addMinutes(now, -UNDO_MINUTES);

/** Whether a change can be undone: `late` after ten minutes, `undone` once, `never` where it is of another kind. */
export function undoState({ what, at, undoneAt }: { what: string; at: Date; undoneAt: Date | null }, now: Date) {
  if (!UNDOABLE.includes(what)) return "never";
  if (undoneAt) return "undone";
  return at > undoableSince(now) ? "possible" : "late";
}
