import { localDate } from "#app/domain/local-date.ts";
import { problemLine } from "#app/domain/problem.ts";
import { type RepairQuery, readRepairQuery } from "#app/domain/repair-query.ts";
import type { Rules } from "#app/domain/rules.ts";
import { isOverdue, timeLeft } from "#app/domain/target.ts";
import { placeLine } from "#app/languages/staff/places.ts";
import { staff } from "#app/languages/staff.ts";
import type { listRepairs } from "#app/services/list-repairs.server.ts";
import { readCalendarFilters } from "#app/services/read-calendar.server.ts";
import { readRules } from "#app/services/read-rules.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { clean } from "#app/web/forms.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { priorityName, wordsOf } from "./rule-words.server.ts";

type Line = Awaited<ReturnType<typeof listRepairs>>["lines"][number];
type Repair = Line["repair"];

/** The query that an address asks for, and what it could ask for. */
export async function queryOf(request: Request, { site, now }: Pick<RequestContext, "site" | "now">) {
  const { searchParams } = new URL(request.url);
  const rules = await readRules(site.db, localDate(now));
  const { trades, patches } = await readCalendarFilters(site.db);
  const priorities = rules.priorities.map(({ code }) => ({ id: code, name: priorityName(rules, code) }));
  const ids = (all: { id: string }[]) => all.map(({ id }) => id);
  const known = { trade: ids(trades), patch: ids(patches), priority: ids(priorities) };
  const query = readRepairQuery((name) => clean(searchParams.get(name) ?? ""), known);
  return { query, page: Number(searchParams.get("page")), rules, options: { trade: trades, patch: patches, priority: priorities } };
}

/** By when a repair is promised. */
export function dueOf({ dueOn, dueAt }: Repair, words: RequestContext["words"]): string {
  return dueAt ? instantIn(words, dueAt) : words.format.date(dueOn);
}

/** How far away the promise of an open repair is: "2 days late". Nothing once it is closed. */
export function leftOf(repair: Repair, now: Date): string | undefined {
  if (repair.status !== "open") return undefined;
  const { amount, unit, isLate } = timeLeft(repair, now);
  return staff.repairs.left(amount, unit, isLate);
}

/** How a repair stands, in words. */
function stateOf({ repair, visitOn }: Line, { format }: RequestContext["words"]): string {
  const { states, visit, waits, waitsFor, noVisit } = staff.repairs;
  if (repair.status !== "open") return wordsOf(states, repair.status);
  if (visitOn) return visit(format.date(visitOn));
  return repair.waitsFor ? waitsFor(wordsOf(waits, repair.waitsFor)) : noVisit;
}

/** A line as the list shows it. */
export function rowOf(line: Line, rules: Rules, { now, words }: Pick<RequestContext, "now" | "words">) {
  const { repair, needsMoving } = line;
  return {
    reference: repair.reference,
    address: placeLine(line),
    problem: problemLine(repair),
    trade: line.trade ?? "",
    priority: priorityName(rules, repair.priority),
    due: dueOf(repair, words),
    left: leftOf(repair, now) ?? "",
    isOverdue: repair.status === "open" && isOverdue(repair, now),
    isHazard: repair.hazard !== null,
    state: stateOf(line, words),
    needsMoving,
  };
}

/** A line as a file has it: no name, no phone number, nothing anybody wrote. */
export function cellsOf({ repair, home, block, trade, patch, visitOn, needsMoving }: Line, rules: Rules, now: Date): string[] {
  const { channels, states, waits, yes: is, no } = staff.repairs;
  const said = (so: boolean) => (so ? is : no);
  return [
    repair.reference,
    localDate(repair.raisedAt),
    wordsOf(channels, repair.channel),
    wordsOf(states, repair.status),
    priorityName(rules, repair.priority),
    ...[trade ?? "", patch ?? ""],
    ...[placeLine({ home: { ...home, postcode: "" }, block }), home.postcode],
    ...[problemLine(repair), repair.code ?? ""],
    ...[repair.dueOn, said(repair.status === "open" && isOverdue(repair, now))],
    ...[repair.waitsFor && !visitOn ? wordsOf(waits, repair.waitsFor) : "", visitOn ?? "", said(needsMoving)],
    ...[repair.closedAt ? localDate(repair.closedAt) : "", repair.closedWhy ? wordsOf(staff.repair.history.codes, repair.closedWhy) : ""],
  ];
}

/** The filters as the form shows them. */
export function filterView(query: RepairQuery, options: Awaited<ReturnType<typeof queryOf>>["options"]) {
  const { filter, states, sorts, waits } = staff.repairs;
  const all = { value: "", text: filter.all };
  const named = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, text]) => ({ value, text }));
  const listed = (rows: { id: string; name: string }[]) => [all, ...rows.map(({ id, name }) => ({ value: id, text: name }))];
  const { trade, patch, priority } = options;
  return {
    query,
    states: named(states),
    selects: [
      { name: "priority", options: listed(priority) },
      { name: "trade", options: listed(trade) },
      { name: "patch", options: listed(patch) },
      { name: "waiting", options: [all].concat(named(waits)) },
      { name: "sort", options: named(sorts) },
    ] as const,
  };
}
