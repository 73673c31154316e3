import type { Rules } from "#app/domain/rules.ts";
import { dueBy } from "#app/domain/target.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addEmergencyOnce } from "#db/queries/emergencies.ts";
import { addNote, bookedOf, changeRepair } from "#db/queries/repair-case.ts";
import { addEvent, type Repair } from "#db/queries/repairs.ts";
import { EMERGENCY } from "./emergency-problem.server.ts";
import { readBankHolidays } from "./read-rules.server.ts";

/** A change of a repair, as somebody saw it. */
export interface Seen {
  repair: Repair;
  /** The version that the form was shown with. */
  version: number;
  /** tenant, or a staff id. */
  who: string;
  /** How it was said; "office" unless told. */
  channel?: string;
  now: Date;
}

type Trace = Pick<Required<Parameters<typeof addEvent>[2]>, "what" | "before" | "after"> & { appointmentId?: string; changeId?: string };

/** Writes a line of the trace of what was done to a repair. */
export async function traceRepair(
  tx: Query,
  { schema }: Db,
  { repair, who, channel = "office", now }: Pick<Seen, "repair" | "who" | "channel" | "now">,
  trace: Trace,
): Promise<void> {
  const { what, before, after, appointmentId = null, changeId = newId(now) } = trace;
  const event = { id: newId(now), at: now, who, channel, changeId, repairId: repair.id, appointmentId };
  await addEvent(tx, schema, { ...event, what, before, after });
}

/** Keeps the words that came with a change of a repair, where there are any, beside it: the trace has codes alone. */
export async function noteWith(tx: Query, { schema }: Db, { repair, who, now }: Seen, words: string): Promise<void> {
  if (words !== "") await addNote(tx, schema, { id: newId(now), repairId: repair.id, at: now, who, words });
}

/** Says that somebody has shown a repair to be real. Said twice it is said once; false where it is not open, or has changed meanwhile. */
export function proveRepair(db: Db, seen: Seen): Promise<boolean> {
  const { repair, version } = seen;
  return db.write(async (tx) => {
    const waitsFor = repair.waitsFor === "identity" ? "call" : repair.waitsFor;
    const changed = await changeRepair(tx, db.schema, { id: repair.id, from: version, proven: true, waitsFor });
    if (!changed) return false;
    await traceRepair(tx, db, seen, { what: "identity checked", before: null, after: { repairVersion: changed.version } });
    return true;
  });
}

/**
 * An officer has looked at what the tenant asked or said online: to cancel, which is not done, or that it has got worse. False where the
 * repair is not open, or has changed.
 */
export function answerTenant(db: Db, seen: Seen): Promise<boolean> {
  const { repair, version } = seen;
  return db.write(async (tx) => {
    const isComing = (await bookedOf(tx, db.schema, repair.id)).length > 0;
    const waits = isComing ? null : "officer";
    const waitsFor = ASKED_ONLINE.includes(repair.waitsFor ?? "") ? waits : repair.waitsFor;
    const changed = await changeRepair(tx, db.schema, { id: repair.id, from: version, waitsFor });
    if (!changed) return false;
    await traceRepair(tx, db, seen, { what: "looked at", before: null, after: { repairVersion: changed.version } });
    return true;
  });
}

/** What a repair waits for since its tenant said so online. */
const ASKED_ONLINE = ["cancel", "worse"];

interface NewPriority extends Seen {
  /** The code of one of the rules' priorities. */
  priority: string;
  /** A code. */
  reason: string;
  /** More of the reason, in the officer's words; may be empty. */
  note: string;
  /** The rules in force now. */
  rules: Rules;
  nation: string;
  /** The name of whoever changes it: they have seen it, if it is an emergency now. */
  staffName: string;
}

/**
 * Gives a repair another priority, and the promise that the priority has now, counted from when it was raised. What was promised before stays
 * in the trace. An emergency goes to the day's list of those nobody was sent to. False where the repair is not open or has changed meanwhile.
 */
export async function changePriority(db: Db, { priority, reason, note, rules, nation, staffName, ...seen }: NewPriority): Promise<boolean> {
  const { repair, version, now } = seen;
  const target = rules.priorities.find(({ code }) => code === priority)?.target;
  if (!target) return false;
  const due = dueBy(target, repair.raisedAt, await readBankHolidays(db, nation));
  return db.write(async (tx) => {
    const changed = await changeRepair(tx, db.schema, { id: repair.id, from: version, priority, ...due });
    if (!changed) return false;
    if (priority === EMERGENCY) await addEmergencyOnce(tx, db.schema, { repairId: repair.id, by: staffName, now });
    await noteWith(tx, db, seen, note);
    const promise = (of: Pick<Repair, "priority" | "dueOn" | "dueAt">) => {
      return { priority: of.priority, dueOn: of.dueOn, dueAt: of.dueAt?.toISOString() ?? null };
    };
    const after = { ...promise(changed), reason, repairVersion: changed.version };
    await traceRepair(tx, db, seen, { what: "priority changed", before: promise(repair), after });
    return true;
  });
}
