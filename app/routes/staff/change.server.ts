import { addMinutes } from "date-fns";
import { localDate, localTime } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import { type SlotState, slotState } from "#app/domain/slot-state.ts";
import { UNDO_MINUTES, undoState } from "#app/domain/undo.ts";
import type { ChangeBannerView } from "#app/features/staff/change-banner.tsx";
import { placeName } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import { type ChangeCase, type LeftSlot, readChange } from "#app/services/read-changes.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { clean } from "#app/web/forms.server.ts";
import { isSeen } from "./restricted.server.ts";
import { windowName } from "./rule-words.server.ts";

type Context = Pick<RequestContext, "now" | "words" | "site" | "staff">;
type Shown = Pick<Context, "words" | "staff">;

/** What a change did: "4 slots stopped". */
export function doneBy({ what, slots }: { what: string; slots: number }): string {
  const { done, other } = staff.changes;
  return (Object.hasOwn(done, what) ? done[what] : undefined)?.(slots) ?? other(slots);
}

/** A slot as a line of a list: whose, when, and the visit in it. */
export function lineOf({ slot }: Pick<LeftSlot, "slot">, rules: Rules, { words, ...asking }: Shown) {
  const name = staff.changes.slot(slot.operative, windowName(rules, slot.window), words.format.date(slot.date));
  const { visit } = slot;
  return {
    href: `/staff/slots/${slot.id}`,
    name: [name, ...visitWords(visit, asking)].join(", "),
  };
}

function visitWords(visit: LeftSlot["slot"]["visit"], asking: Pick<Context, "staff">): string[] {
  if (!visit) return [];
  return isSeen(visit, asking) ? [placeName(visit.line1, visit.block), visit.problem] : [staff.restricted.address];
}

/** Slots that were left as they were, each with why. */
export function leftLines(left: readonly LeftSlot[], rules: Rules, context: Shown) {
  return left.map(({ slot, why }) => ({ ...lineOf({ slot }, rules, context), why: staff.changes.why[why] ?? why }));
}

/** How a slot stood, or stands, in words. */
export const stateWords = (state: SlotState): string => staff.calendar.states[state];

/** What undoing a change needs: where it is posted, and until when. Undefined where it cannot be undone any more. */
export function undoOf({ change }: ChangeCase, { now, words }: Context, next: string): ChangeBannerView["undo"] {
  if (undoState(change, now) !== "possible") return undefined;
  const until = words.format.time(localTime(addMinutes(change.at, UNDO_MINUTES)));
  return { action: `/staff/changes/${change.id}?${new URLSearchParams({ next })}`, until: staff.changes.undo.until(until) };
}

/** The banner of the change that an address names ("change"), once it is made; undoing it leads back here. */
export async function bannerOf(request: Request, context: Context): Promise<ChangeBannerView | undefined> {
  const here = new URL(request.url);
  const id = here.searchParams.get("change");
  const found = id === null ? undefined : await readChange(context.site.db, clean(id));
  if (!found) return undefined;
  here.searchParams.delete("change");
  const rules = await readRules(context.site.db, localDate(context.now));
  return {
    done: doneBy(found.change),
    href: `/staff/changes/${found.change.id}`,
    undo: undoOf(found, context, here.pathname + here.search),
    left: leftLines(found.left, rules, context),
  };
}

/** How the slots of a change stood before it and stand now. */
export function changedLines({ slots }: ChangeCase, rules: Rules, context: Context) {
  return slots.map(({ slot, before }) => ({
    ...lineOf({ slot }, rules, context),
    was: stateWords(slotState({ ...before, expiresAt: null }, context.now)),
    is: stateWords(slotState(slot, context.now)),
  }));
}
