import { addMinutes } from "date-fns";
import { type Method, type NextTry, nextTryAt, type Outcome, parseTaskId, type TaskKind } from "#app/domain/call-task.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addTry, closeRequest, leaveTask, messageById, stopFailed, takeTask } from "#db/queries/call-tasks.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { visitCase } from "#db/queries/visits.ts";
import { handleIn } from "./handle-message.server.ts";

/** An agent has a task so long: nobody tries the same person twice at once, and one who goes home keeps nobody waiting. */
const LEASE_MINUTES = 30;

interface Working {
  /** A task's name. */
  id: string;
  /** A staff id. */
  who: string;
  now: Date;
}

/** Takes a task: it is one agent's at a time. False where another has it. The same agent may take it again, for as long anew. */
export async function takeCallTask(db: Db, { id, who, now }: Working): Promise<boolean> {
  if (!parseTaskId(id)) return false;
  const until = addMinutes(now, LEASE_MINUTES);
  return (await db.write((tx) => takeTask(tx, db.schema, { id, who, now, until }))) !== undefined;
}

/** Gives a task back untried. */
export function giveBackTask(db: Db, { id, who }: Omit<Working, "now">): Promise<boolean> {
  return db.write((tx) => leaveTask(tx, db.schema, { id, who }));
}

interface Trying extends Working {
  channel: string;
  method: Method;
  outcome: Outcome;
  next: NextTry;
  /** What the form was given when it was shown: sent twice, it is one try. */
  submission: string;
}

/**
 * Keeps a try to reach somebody, as evidence, and gives the task back until the next. Whoever is reached and needed only to be told or heard is
 * off the list; a repair leaves it when it has a visit, or is closed. False where the agent does not have the task any more: nothing is kept.
 */
export function recordTry(db: Db, trying: Trying): Promise<boolean> {
  const { id, who, method, outcome, next, submission, now } = trying;
  const { schema } = db;
  const named = parseTaskId(id);
  if (!named) return Promise.resolve(false);
  return db.write(async (tx) => {
    const repairId = await repairOf(tx, db, named);
    const row = { id: `try-${submission}`.slice(0, 100), taskId: id, repairId, at: now, who, method, outcome };
    const isLeft = await leaveTask(tx, schema, { id, who, nextTryAt: nextTryAt(next, now) });
    if (!isLeft) return false;
    if (!(await addTry(tx, schema, row))) return true;
    const event = { id: newId(now), at: now, who, channel: trying.channel, what: "tried to reach", changeId: row.id, repairId };
    await addEvent(tx, schema, { ...event, appointmentId: null, before: null, after: { method, reached: outcome } });
    await settle(tx, db, { ...trying, ...named });
    return true;
  });
}

/** The repair that a task is about; null where it is about none. */
async function repairOf(tx: Query, { schema }: Db, { kind, subject }: { kind: TaskKind; subject: string }): Promise<string | null> {
  if (kind === "request") return null;
  if (kind === "tell" || kind === "failed") return (await messageById(tx, schema, subject))?.repairId ?? null;
  return kind === "moving" ? ((await visitCase(tx, schema, subject))?.repair.id ?? null) : subject;
}

/** What a try comes to for what the task is about. */
async function settle(tx: Query, db: Db, { kind, subject, outcome, who, channel, now }: Trying & { kind: TaskKind; subject: string }) {
  const isReached = outcome === "reached";
  if (kind === "tell") await handleIn(tx, db, { step: isReached ? "told" : "tried", id: subject, who, channel, now });
  if (kind === "request" && isReached) await closeRequest(tx, db.schema, { id: subject, now });
  if (kind === "failed" && isReached) await stopFailed(tx, db.schema, subject);
}
