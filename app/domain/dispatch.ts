import { differenceInMinutes } from "date-fns";
import { addDays, instantAt } from "./local-date.ts";
import type { Due } from "./target.ts";

/** The instant by which a promise is to be kept: its own, or the end of its local date. */
export function deadlineOf({ dueOn, dueAt }: Due): Date {
  return dueAt ?? instantAt(addDays(dueOn, 1), "00:00");
}

/** Whole minutes until a promise is to be kept; fewer than none once it is late. */
export function minutesLeft(due: Due, now: Date): number {
  return differenceInMinutes(deadlineOf(due), now);
}

/** What of a slot says whether somebody can be sent in it now. `starts` and `ends` are local HH:MM. */
interface SlotOfToday {
  starts: string;
  ends: string;
  keptFor: string | null;
  draftId: string | null;
  appointmentId: string | null;
}

/**
 * The slot in which an operative comes to an emergency at a local time (HH:MM) of its date: the first free one that has not ended, one kept
 * for emergencies before another. Where none is free the visit comes besides: in the window they work now, or worked last. Takes the
 * operative's open slots of that date; undefined where there are none, since they do not work.
 */
export function slotForNow<Slot extends SlotOfToday>(slots: readonly Slot[], time: string): { slot: Slot; isExtra: boolean } | undefined {
  const inOrder = slots.toSorted((a, b) => a.starts.localeCompare(b.starts) || Number(!a.keptFor) - Number(!b.keptFor));
  const ahead = inOrder.filter(({ ends }) => ends > time);
  const free = ahead.find(({ draftId, appointmentId }) => draftId === null && appointmentId === null);
  if (free) return { slot: free, isExtra: false };
  const besides = ahead[0] ?? inOrder.at(-1);
  return besides && { slot: besides, isExtra: true };
}
