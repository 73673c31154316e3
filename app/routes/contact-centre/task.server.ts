import { addressLine } from "#app/domain/address.ts";
import { evidenceOf, type Method, WAYS_NEEDED } from "#app/domain/call-task.ts";
import { problemLine } from "#app/domain/problem.ts";
import { needsOfficerToClose } from "#app/domain/visit.ts";
import { staff } from "#app/languages/staff.ts";
import type { ReadTask } from "#app/services/read-call-list.server.ts";
import type { RequestContext } from "#app/web/context.server.ts";
import { instantIn } from "#app/web/instant.server.ts";
import { wordsOf } from "../staff/rule-words.server.ts";

const { task: words } = staff.callList;

type Told = Pick<RequestContext, "words">;
type Row = [string, string | null | undefined];

/** Whom to reach and about what: as much as is needed, and only for the agent who has it. */
export function rowsOf(read: ReadTask, isMine: boolean, { words: all }: Told): { name: string; value: string }[] {
  const { task, found } = read;
  const until = task.taken && isMine ? instantIn(all, task.taken.until) : undefined;
  const shown: Row[] = [
    [words.rows.repair, found ? `${found.repair.reference}, ${problemLine(found.repair)}` : task.reference],
    ...(isMine ? personRows(read, all) : []),
    [words.rows.held, until],
  ];
  return shown.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function personRows({ person, found, asked }: ReadTask, { report, format }: Told["words"]): Row[] {
  const { rows, nobody, noPhone } = words;
  const visit = found?.appointment;
  return [
    [rows.who, person?.name ?? nobody],
    [rows.phone, person?.phone ?? noPhone],
    [rows.email, person?.email],
    [rows.when, found?.repair.callTime && wordsOf(report.callBack.options, found.repair.callTime)],
    [rows.home, found && addressLine(found.home)],
    [rows.visit, visit && format.appointment(visit.date, visit.windowName, visit.starts, visit.ends)],
    [rows.address, asked?.address],
    [rows.problem, asked?.problem],
  ];
}

const listed = (methods: readonly Method[]) => methods.map((method) => words.methods[method].toLowerCase()).join(", ");

/** What the law asks for before a hazard is left for want of access; undefined where it asks for nothing. */
export function evidenceLine({ found, methods }: ReadTask): string | undefined {
  if (!found || !needsOfficerToClose(found.repair)) return undefined;
  const { ways, others, isEnough } = evidenceOf(methods);
  return isEnough ? words.enough(listed(ways)) : words.evidence(listed(ways), ways.length, WAYS_NEEDED, listed(others));
}

/** The tries so far, a line each. */
export function triesView({ tries }: ReadTask, { words: all }: Told) {
  return tries.map(({ id, at, method, outcome, name }) => ({
    ...{ id, name, when: instantIn(all, at), method: wordsOf(words.methods, method), outcome: wordsOf(words.outcomes, outcome) },
  }));
}
