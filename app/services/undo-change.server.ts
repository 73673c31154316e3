import { localDate } from "#app/domain/local-date.ts";
import { grouped } from "#app/domain/ordering.ts";
import { type SlotState, slotState } from "#app/domain/slot-state.ts";
import { undoableSince, undoState } from "#app/domain/undo.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { lockAppointment } from "#db/queries/appointments.ts";
import {
  addChange,
  type Change,
  type ChangedSlot,
  changeById,
  keepSlots,
  markUndone,
  putBackStanding,
  putBackVisit,
  type Refused,
  slotsOfChange,
} from "#db/queries/changes.ts";
import { endClosingsOf } from "#db/queries/closings.ts";
import { lockDays } from "#db/queries/days.ts";
import { addEvents } from "#db/queries/repairs.ts";
import { type SlotOfRepair, slotsById, slotsOfAppointments } from "#db/queries/slot-page.ts";
import { freeSlotsOf } from "#db/queries/take-slots.ts";

interface Undoing {
  id: string;
  /** A staff id: not always whoever made the change. */
  who: string;
  now: Date;
}

/** `changeId`: the change that undoing is. `late`: more than ten minutes have passed. `changed`: every slot has been changed since. */
export type UndoAnswer = { ok: true; changeId: string } | { ok: false; reason: "none" | "late" | "undone" | "never" | "changed" };

/** Thrown inside the write to undo it: nothing could be put back. */
class NothingBack extends Error {}

/**
 * Undoes a change of slots of the last ten minutes: each slot that nobody has changed since is put back as it was, and each visit given back
 * to whom it was taken from; the rest stay and are listed on the change that undoing is. What a tenant has booked or is booking stays theirs.
 */
export async function undoChange(db: Db, undoing: Undoing): Promise<UndoAnswer> {
  const { now } = undoing;
  const change = await changeById(db.read, db.schema, undoing.id);
  const state = change ? undoState(change, now) : "none";
  if (state !== "possible") return { ok: false, reason: state };
  try {
    return await db.write(async (tx): Promise<UndoAnswer> => {
      const marked = await markUndone(tx, db.schema, { id: undoing.id, now, madeAfter: undoableSince(now) });
      return marked ? { ok: true, changeId: await undoIn(tx, db, marked, undoing) } : { ok: false, reason: "undone" };
    });
  } catch (error) {
    if (error instanceof NothingBack) return { ok: false, reason: "changed" };
    throw error;
  }
}

const isVisit = ({ appointmentId, appointmentAfter }: ChangedSlot) => appointmentId !== appointmentAfter;

async function undoIn(tx: Query, db: Db, change: Change, { who, now }: Undoing): Promise<string> {
  const { schema } = db;
  const kept = await slotsOfChange(tx, schema, change.id);
  const visits = kept.filter(isVisit).flatMap(({ appointmentId, appointmentAfter }) => [appointmentId, appointmentAfter]);
  const locked = new Set<string>();
  for (const id of [...new Set(visits.filter((id) => id !== null))].sort()) {
    if (await lockAppointment(tx, schema, id)) locked.add(id);
  }
  const ids = kept.map(({ slotId }) => slotId);
  const seen = await slotsById(tx, schema, ids);
  await lockDays(
    tx,
    schema,
    seen.map(({ date }) => date),
  );
  const slots = await slotsById(tx, schema, ids);
  const turn: Turn = { tx, schema, change, kept, now, before: new Map(slots.map((slot) => [slot.id, slot])) };
  const left = [...(await putSlotsBack(turn)), ...(await putVisitsBack(turn, locked))];
  const after = await slotsById(tx, schema, ids);
  const before = slots.filter((slot) => after.some((now) => now.id === slot.id && !isSame(now, slot)));
  if (before.length === 0) throw new NothingBack();
  await endClosingsOf(tx, schema, { changeId: change.id, now });
  const changeId = newId(now);
  await addChange(tx, schema, { id: changeId, at: now, who, what: "undo", slots: before.length, refused: left });
  await keepSlots(tx, schema, { changeId, before });
  await addEvents(
    tx,
    schema,
    before.map((slot) => eventOf(turn, slot, { changeId, who })),
  );
  return changeId;
}

const isSame = (a: SlotOfRepair, b: SlotOfRepair) =>
  a.open === b.open && a.withdrawn === b.withdrawn && a.reason === b.reason && a.appointmentId === b.appointmentId;

interface Turn {
  tx: Query;
  schema: Db["schema"];
  change: Change;
  kept: ChangedSlot[];
  now: Date;
  /** The slots as they stand before anything is undone. */
  before: ReadonlyMap<string, SlotOfRepair>;
}

/** Why a slot cannot be put back; undefined where it can. `gone`: it is there no more. */
function whyNot(
  { change, before, now }: Turn,
  { slotId, appointmentAfter }: ChangedSlot,
): SlotState | "over" | "gone" | "changed" | undefined {
  const slot = before.get(slotId);
  if (!slot) return "gone";
  if (slot.date < localDate(now)) return "over";
  if (slotState(slot, now) === "held") return "held";
  if (slot.appointmentId !== appointmentAfter && slot.appointmentId !== null) return "booked";
  return slot.appointmentId !== appointmentAfter || slot.changeId !== change.id ? "changed" : undefined;
}

/** Opens and closes slots as they were, those that keep their visit or have none. */
async function putSlotsBack(turn: Turn): Promise<Refused[]> {
  const left: Refused[] = [];
  for (const slot of turn.kept.filter((each) => !isVisit(each))) {
    const why = whyNot(turn, slot);
    if (why) left.push({ slotId: slot.slotId, why });
    else await putSlotBack(turn, slot);
  }
  return left;
}

async function putSlotBack({ tx, schema, before }: Turn, slot: ChangedSlot) {
  const lapsed = before.get(slot.slotId)?.draftId;
  if (!slot.open && lapsed) await freeSlotsOf(tx, schema, { draftId: lapsed });
  await putBackStanding(tx, schema, slot);
}

/**
 * Gives visits back to the slots they had. One that went into a slot another had left goes first: they are tried until no more of them can be.
 */
async function putVisitsBack(turn: Turn, locked: ReadonlySet<string>): Promise<Refused[]> {
  const visits = turn.kept.filter((slot) => isVisit(slot) && slot.appointmentId !== null);
  let pending = [...grouped(visits, ({ appointmentId }) => appointmentId ?? "")];
  for (let before = pending.length + 1; pending.length < before; ) {
    before = pending.length;
    const left: typeof pending = [];
    for (const visit of pending) if (!locked.has(visit[0]) || !(await putVisitBack(turn, visit))) left.push(visit);
    pending = left;
  }
  return pending.flatMap(([appointmentId, had]) => {
    const has = turn.kept.filter((slot) => slot.appointmentAfter === appointmentId);
    return [...had, ...has].map((slot) => ({ slotId: slot.slotId, why: whyNot(turn, slot) ?? "changed" }));
  });
}

async function putVisitBack(turn: Turn, [appointmentId, had]: [string, ChangedSlot[]]): Promise<boolean> {
  const { tx, schema, change, kept, now } = turn;
  const has = await slotsOfAppointments(tx, schema, [appointmentId]);
  const given = kept.filter(({ appointmentAfter }) => appointmentAfter === appointmentId).map(({ slotId }) => slotId);
  const isThere = has.length === given.length && has.every(({ id, changeId }) => changeId === change.id && given.includes(id));
  const slots = await slotsById(
    tx,
    schema,
    had.map(({ slotId }) => slotId),
  );
  const isFree = slots.every(
    (slot) => slot.changeId === change.id && slot.date >= localDate(now) && slot.appointmentId === null && slotState(slot, now) !== "held",
  );
  if (!isThere || !isFree || slots.length !== had.length) return false;
  for (const { draftId } of slots) if (draftId) await freeSlotsOf(tx, schema, { draftId });
  await freeSlotsOf(tx, schema, { appointmentId });
  for (const slot of had) {
    await putBackVisit(tx, schema, slot);
    await putBackStanding(tx, schema, slot);
  }
  return true;
}

const WHAT: Readonly<Record<string, string>> = {
  stop: "stop undone",
  withdraw: "withdrawal undone",
  reopen: "reopening undone",
  give: "given back",
  extra: "extra slot undone",
  absence: "absence undone",
  closure: "closure undone",
};

function eventOf({ change, now, kept }: Turn, slot: SlotOfRepair, by: { changeId: string; who: string }) {
  const { id: slotId, open, repairId, appointmentId } = slot;
  const was = kept.find((each) => each.slotId === slotId);
  return {
    ...{ id: newId(now), at: now, channel: "office", what: WHAT[change.what] ?? "undone", repairId, appointmentId, ...by },
    ...{ before: { slotId, open: Number(open) }, after: { slotId, open: Number(was?.open ?? open), undone: change.id } },
  };
}
