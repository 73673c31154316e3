import { and, count, countDistinct, eq, isNotNull, sql } from "drizzle-orm";
import { mayHold } from "#app/domain/hold-share.ts";
import { type Choice, waysToServe } from "#app/domain/offers.ts";
import { mayTake } from "#app/domain/ring-fence.ts";
import type { Rules } from "#app/domain/rules.ts";
import { type Candidate, isTied, preferSlots, type SlotSet } from "#app/domain/slot-choice.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";
import { type Able, ableName, isAble, isFree, isUnbooked } from "./slots.ts";

/*
 * Whoever changes slots, in one write: locks the holder (its row's version), then the dates it has and wants (lockDays), then frees what
 * the holder has, then takes. Every change of a date's slots has that date locked, so a hold is always whole or gone.
 */

/** An offer somebody wants, and what is needed to serve it. `visits` is 1 or 2: slots of one operative. */
export interface Wanted extends Able {
  offer: Choice;
  visits: number;
  rules: Rules;
  now: Date;
  /** Only this operative will do: an officer has chosen. */
  operativeId?: string;
}

/** Thrown inside a write to undo it: nobody is free to serve the offer any more. */
export class SlotGone extends Error {}

const NOBODY = { draftId: null, appointmentId: null, part: null, expiresAt: null };

/** A slot that is free, or held, and the draft that holds it or let it lapse. */
interface FreeSlot extends Candidate {
  draftId: string | null;
}

/** Every free slot of the able operatives on the date, whatever its window; and how many more of theirs drafts hold. */
async function findCandidates(
  tx: Query,
  schema: Schema,
  { offer, now, trade, patchId, investigates = false, wish, priority = "" }: Wanted,
): Promise<{ free: FreeSlot[]; held: number }> {
  const { slots, operativeTrades } = schema;
  const { id, operativeId, window, place, draftId, expiresAt, keptFor, keptUntil } = slots;
  const able = { trade, patchId, investigates, wish };
  const build = (query: Query) => {
    const trades = query.select({ trades: count() }).from(operativeTrades).where(eq(operativeTrades.operativeId, operativeId));
    return query
      .select({ id, operativeId, window, place, draftId, expiresAt, keptFor, keptUntil, trades: sql`${trades}`.mapWith(Number) })
      .from(slots)
      .where(and(isAble(query, schema, able), eq(slots.date, given(slots.date, "date")), isUnbooked(schema)));
  };
  const all = await run(tx, ableName("candidates", able), build, { ...able, date: offer.date });
  const unbooked = all.filter((slot) => mayTake(slot, priority, now));
  const free = unbooked.filter(({ expiresAt }) => expiresAt === null || expiresAt < now);
  return { free, held: unbooked.length - free.length };
}

/** How many jobs each able operative has in the patch on the date. */
async function jobsInPatch(
  tx: Query,
  schema: Schema,
  { offer, trade, patchId, investigates = false, wish }: Wanted,
): Promise<Map<string, number>> {
  const { slots, appointments, repairs, homes } = schema;
  const able = { trade, patchId, investigates, wish };
  const build = (query: Query) =>
    query
      .select({ operativeId: slots.operativeId, jobs: countDistinct(slots.appointmentId) })
      .from(slots)
      .innerJoin(appointments, eq(appointments.id, slots.appointmentId))
      .innerJoin(repairs, eq(repairs.id, appointments.repairId))
      .innerJoin(homes, eq(homes.uprn, repairs.uprn))
      .where(
        and(
          isAble(query, schema, able),
          eq(slots.date, given(slots.date, "date")),
          isNotNull(slots.appointmentId),
          eq(homes.patchId, given(homes.patchId, "patchId")),
        ),
      )
      .groupBy(slots.operativeId);
  const rows = await run(tx, ableName("jobs in a patch", able), build, { ...able, date: offer.date });
  return new Map(rows.map(({ operativeId, jobs }) => [operativeId, jobs]));
}

/** The sets of free slots that can serve, the best first (domain/slot-choice). */
async function findSets(tx: Query, schema: Schema, { free, ...wanted }: Wanted & { free: FreeSlot[] }): Promise<SlotSet<FreeSlot>[]> {
  const candidates = free.filter(({ operativeId }) => operativeId === (wanted.operativeId ?? operativeId));
  const ways = waysToServe(wanted.rules.windows, wanted.offer, wanted.visits);
  const sets = preferSlots(candidates, ways);
  if (wanted.patchId === null || !isTied(sets)) return sets;
  return preferSlots(candidates, ways, await jobsInPatch(tx, schema, wanted));
}

/** Whose the slots become. A draft's are its own until an instant. */
type Holder = { draftId: string; expiresAt: Date } | { appointmentId: string };

/** Who takes, and of what priority: what is kept for it may be taken. */
interface Taking {
  holder: Holder;
  priority: string;
  now: Date;
}

/** Takes one slot, if it is still free; answers with whether it was. */
async function takeOne(
  tx: Query,
  schema: Schema,
  { id, part, holder, priority, now }: Taking & { id: string; part: number },
): Promise<boolean> {
  const { slots } = schema;
  const isHold = "draftId" in holder;
  const draft = { draftId: given(slots.draftId, "draftId"), appointmentId: null, expiresAt: given(slots.expiresAt, "expiresAt") };
  const appointment = { draftId: null, appointmentId: given(slots.appointmentId, "appointmentId"), expiresAt: null };
  const build = (query: Query) =>
    query
      .update(slots)
      .set({ ...(isHold ? draft : appointment), part: given(slots.part, "part") })
      .where(and(eq(slots.id, given(slots.id, "id")), isFree(schema)))
      .returning({ id: slots.id });
  const rows = await run(tx, isHold ? "hold a slot" : "book a slot", build, { ...holder, id, part, priority, now });
  return rows.length > 0;
}

/** Takes a set, all or none. A hold that lapsed and loses one of its slots loses the other with it. */
async function takeSet(tx: Query, schema: Schema, { set, holder, ...taking }: Taking & { set: SlotSet<FreeSlot> }): Promise<boolean> {
  for (const [at, slot] of set.entries()) {
    if (!slot) continue;
    if (!(await takeOne(tx, schema, { id: slot.id, part: at + 1, holder, ...taking }))) {
      await freeSlotsOf(tx, schema, holder);
      return false;
    }
  }
  for (const slot of set) if (slot?.draftId) await freeSlotsOf(tx, schema, { draftId: slot.draftId });
  return true;
}

async function takeFirst(tx: Query, schema: Schema, sets: SlotSet<FreeSlot>[], taking: Taking): Promise<boolean> {
  for (const set of sets) {
    if (await takeSet(tx, schema, { set, ...taking })) return true;
  }
  return false;
}

/** What came of a wish to hold: "not-held" is free, but the public hold as much of that date as they may. */
type Taken = "held" | "not-held" | "gone";

/**
 * Takes the slots of an offer for a draft that holds none, until an instant. The draft and the date are locked by the caller.
 * "gone": no operative has enough free slots. Unless it is "held", nothing has changed.
 */
export async function takeForDraft(
  tx: Query,
  schema: Schema,
  { draftId, expiresAt, ...wanted }: Wanted & { draftId: string; expiresAt: Date },
): Promise<Taken> {
  const { free, held } = await findCandidates(tx, schema, wanted);
  const sets = await findSets(tx, schema, { ...wanted, free });
  if (sets.length === 0) return "gone";
  const { visits, rules, priority = "", now } = wanted;
  if (!mayHold({ held, free: free.length, visits, share: rules.booking.holdShare })) return "not-held";
  return (await takeFirst(tx, schema, sets, { holder: { draftId, expiresAt }, priority, now })) ? "held" : "gone";
}

/** Takes the slots of an offer for an appointment that has none, for good. Answers with whether there was an operative with enough free slots. */
export async function takeForAppointment(
  tx: Query,
  schema: Schema,
  { appointmentId, ...wanted }: Wanted & { appointmentId: string },
): Promise<boolean> {
  const { free } = await findCandidates(tx, schema, wanted);
  return takeFirst(tx, schema, await findSets(tx, schema, { ...wanted, free }), {
    holder: { appointmentId },
    priority: wanted.priority ?? "",
    now: wanted.now,
  });
}

/** Who could serve an offer, the best first: operatives with enough free slots for the whole job. */
export async function findTakers(query: Query, schema: Schema, wanted: Wanted): Promise<string[]> {
  const { free } = await findCandidates(query, schema, wanted);
  const sets = await findSets(query, schema, { ...wanted, free });
  return sets.map(([{ operativeId }]) => operativeId);
}

/** Frees every slot of a holder, by its name and never by a slot's id alone. Its dates are locked by the caller. */
export async function freeSlotsOf(tx: Query, { slots }: Schema, holder: { draftId: string } | { appointmentId: string }): Promise<void> {
  const [name, column] = "draftId" in holder ? (["draftId", slots.draftId] as const) : (["appointmentId", slots.appointmentId] as const);
  const build = (query: Query) =>
    query
      .update(slots)
      .set(NOBODY)
      .where(eq(column, given(column, name)));
  await run(tx, `free slots by ${name}`, build, { ...holder });
}
