import { inTurn, parseTaskId, TASK_KINDS, type TaskKind, taskId } from "#app/domain/call-task.ts";
import type { Landlord } from "#app/domain/landlord.ts";
import { asTenantKind } from "#app/domain/message.ts";
import type { Db } from "#db/client.ts";
import { countSources, type TaskSource, taskSources } from "#db/queries/call-sources.ts";
import { type CallTry, messageById, requestById, tasksByIds, triesOf } from "#db/queries/call-tasks.ts";
import { type MessageCase, messageCase } from "#db/queries/message-case.ts";
import { listStaff } from "#db/queries/staff.ts";
import { attemptsAt, visitCase } from "#db/queries/visits.ts";
import { writeMessage } from "./write-message.server.ts";

/** Somebody to be reached, and the agent who has it. */
export interface ListedTask extends TaskSource {
  id: string;
  nextTryAt: Date | null;
  taken: { who: string; name: string; until: Date } | undefined;
}

/** How many of each reason are put in turn: those to be tried later leave the others their place. */
const MOST_LOOKED_AT = 500;

/** Whom to reach for some reasons, in turn, and how many there are for each. */
export async function readCallList(
  db: Db,
  { kinds, most, now }: { kinds: readonly TaskKind[]; most: number; now: Date },
): Promise<{ tasks: ListedTask[]; counts: Record<TaskKind, number> }> {
  const counts: Partial<Record<TaskKind, number>> = {};
  for (const kind of TASK_KINDS) counts[kind] = await countSources(db.read, db.schema, kind, now);
  const found: TaskSource[] = [];
  for (const kind of kinds) found.push(...(await taskSources(db.read, db.schema, kind, { most: MOST_LOOKED_AT, now })));
  const tasks = (await withTaken(db, found, now)).sort(inTurn(now)).slice(0, most);
  return { tasks, counts: counts as Record<TaskKind, number> };
}

/** A lease that has lapsed is nobody's. */
async function withTaken(db: Db, sources: readonly TaskSource[], now: Date): Promise<ListedTask[]> {
  const ids = sources.map(({ kind, subject }) => taskId(kind, subject));
  const rows = new Map((await tasksByIds(db.read, db.schema, ids)).map((row) => [row.id, row]));
  const names = new Map((await listStaff(db.read, db.schema)).map(({ id, name }) => [id, name]));
  return sources.map((source, at) => {
    const id = ids[at] ?? "";
    const { takenBy: who = null, takenUntil: until = null, nextTryAt = null } = rows.get(id) ?? {};
    const isTaken = who !== null && until !== null && until > now;
    return { ...source, id, nextTryAt, taken: isTaken ? { who, until, name: names.get(who) ?? "" } : undefined };
  });
}

/** Somebody to be reached, with what an agent needs to do so. */
export interface ReadTask {
  task: ListedTask;
  /** Null where it is about somebody whose address we do not have. */
  found: MessageCase | null;
  /** Whom to reach; null where nobody is known any more. */
  person: { name: string | null; phone: string | null; email: string | null } | null;
  /** What they said themselves: an address and a problem that are not in the catalogue. */
  asked: { address: string | null; problem: string | null } | undefined;
  /** What they must be told. */
  text: string | undefined;
  tries: (CallTry & { name: string })[];
  /** How they were tried, visits where nobody answered included. */
  methods: string[];
}

/** A task by its name; undefined where nobody need be reached for it any more. */
export async function readTask(
  db: Db,
  {
    id,
    landlord,
    hidden,
    now,
  }: { id: string; landlord: Pick<Landlord, "name" | "phone">; hidden: { link: string; code: string }; now: Date },
): Promise<ReadTask | undefined> {
  const named = parseTaskId(id);
  const sources = named ? await taskSources(db.read, db.schema, named.kind, { subject: named.subject, most: 1, now }) : [];
  const [task] = await withTaken(db, sources, now);
  if (!task) return undefined;
  const about = await subjectOf(db, task, { landlord, hidden });
  const repairId = about.found?.repair.id ?? null;
  const names = new Map((await listStaff(db.read, db.schema)).map((each) => [each.id, each.name]));
  const tries = await triesOf(db.read, db.schema, { taskId: task.id, repairId });
  const visits = repairId === null ? [] : await attemptsAt(db.read, db.schema, repairId);
  const missed = visits.some(({ outcome }) => outcome === "no-access") ? ["visit"] : [];
  return {
    ...{ task, ...about, tries: tries.map((each) => ({ ...each, name: names.get(each.who) ?? "" })) },
    methods: [...tries.map(({ method }) => method), ...missed],
  };
}

type Subject = Pick<ReadTask, "found" | "person" | "asked" | "text">;
interface Saying {
  landlord: Pick<Landlord, "name" | "phone">;
  hidden: { link: string; code: string };
}

async function subjectOf(db: Db, { kind, subject }: TaskSource, saying: Saying): Promise<Subject> {
  if (kind === "request") {
    const request = await requestById(db.read, db.schema, subject);
    const { address = null, problem = null } = request ?? {};
    return { found: null, person: request ?? null, asked: { address, problem }, text: undefined };
  }
  const message = kind === "tell" || kind === "failed" ? await messageById(db.read, db.schema, subject) : undefined;
  const found = (await messageCase(db.read, db.schema, message ?? (await aboutRepair(db, { kind, subject })))) ?? null;
  const person = found?.receiver ?? null;
  return { found, person, asked: undefined, text: found ? await textOf(db, message?.kind, { found, saying }) : undefined };
}

/** The repair, or the appointment of a repair, that a task is about. */
async function aboutRepair(db: Db, { kind, subject }: Pick<TaskSource, "kind" | "subject">) {
  if (kind !== "moving") return { repairId: subject, appointmentId: null, followerId: "" };
  const visit = await visitCase(db.read, db.schema, subject);
  return { repairId: visit?.repair.id ?? "", appointmentId: subject, followerId: "" };
}

async function textOf(db: Db, kind: unknown, { found, saying }: { found: MessageCase; saying: Saying }): Promise<string | undefined> {
  const said = asTenantKind(kind);
  return said && (await writeMessage(db, said, found, { ...saying.hidden, landlord: saying.landlord })).text;
}
