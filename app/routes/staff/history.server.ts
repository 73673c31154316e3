import { isLocalDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import { staff } from "#app/languages/staff.ts";
import type { HappenedBy } from "#app/services/read-history.server.ts";
import type { SlotHappened } from "#app/services/read-slot.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { priorityName, windowName, wordsOf } from "./rule-words.server.ts";

/** What a line needs of what happened; a change of slots has a reason. */
type Told = Pick<HappenedBy, "at" | "what" | "who" | "channel" | "staffName" | "before" | "after"> &
  Partial<Pick<SlotHappened, "reason" | "isChange">>;

/** What has happened, a line each, the latest first. */
export function historyOf(history: readonly Told[], rules: Rules, context: Pick<RequestContext, "words">): string[] {
  return history.map((event) => lineOf(event, rules, context)).reverse();
}

/** One line: when, what, who by which channel, and what it was before and after. */
export function lineOf(event: Told, rules: Rules, { words }: Pick<RequestContext, "words">): string {
  const { what, at, reason = null, isChange = false } = event;
  const did = isChange ? wordsOf(staff.slot.changed, what) : what;
  return staff.slot.happened(did, instantIn(words, at), byWhom(event), reason) + changesIn(event, rules, words);
}

/** Who did it, in words. */
export function byWhom({ who, staffName, channel }: Pick<HappenedBy, "who" | "staffName" | "channel">): string {
  return staff.repair.by(nameOf({ who, staffName }), wordsOf(staff.repairs.channels, channel).toLowerCase());
}

function nameOf({ who, staffName }: Pick<HappenedBy, "who" | "staffName">): string {
  const { byTenant, byOperative, byDuty, bySystem, byStaff } = staff.slot;
  if (who === "tenant") return byTenant;
  if (who === "on-duty") return byDuty;
  if (who.startsWith("operative:")) return byOperative;
  return staffName === undefined ? bySystem : byStaff(staffName);
}

type Value = string | number | null | undefined;

/** What changed, each field that people know in words of theirs; codes and versions that are only for the trace are left out. */
function changesIn({ before, after }: Told, rules: Rules, words: RequestContext["words"]): string {
  const { fields, changed } = staff.repair.history;
  const said = Object.entries(fields).flatMap(([field, name]) => {
    const [was, is] = [before?.[field], after?.[field]].map((value) => valueIn(field, value, { rules, words }));
    return is === undefined || is === was ? [] : [changed(name, is, was)];
  });
  return said.length > 0 ? `. ${said.join("; ")}` : "";
}

function valueIn(field: string, value: Value, { rules, words }: { rules: Rules; words: RequestContext["words"] }): string | undefined {
  if (value === null || value === undefined) return undefined;
  const text = String(value);
  const { codes } = staff.repair.history;
  if (field === "window") return windowName(rules, text);
  if (field === "priority") return priorityName(rules, text);
  if (field === "fields" || field === "rules") return text.replaceAll(" ", ", ").replaceAll(/[\w-]+/g, (each) => wordsOf(codes, each));
  return isLocalDate(text) ? words.format.date(text) : wordsOf(codes, text);
}
