import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { grouped } from "#app/domain/ordering.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import type { Appointment, Repair } from "./repairs.ts";
import { NO_DEVICE } from "./unfinished.ts";

export type SoonerWish = Schema["soonerWishes"]["$inferSelect"];
export type SoonerOffer = Schema["soonerOffers"]["$inferSelect"];

/** Somebody who waits for a sooner visit. */
export interface Waiting {
  wish: SoonerWish;
  repair: Repair;
  /** What its problem asks for, and whose words it has. */
  problem: { visits: number; catalogueId: string };
  appointments: Appointment[];
  /** Everything they were offered, the first first. */
  made: SoonerOffer[];
  /** What stands of it. */
  open: SoonerOffer | undefined;
}

/** Everybody who waits for a sooner visit; or only who does for a repair, or by a wish. Who has ended it is not there. */
export async function findWaiting(query: Query, schema: Schema, of: { repairId?: string; wishId?: string } = {}): Promise<Waiting[]> {
  const { soonerWishes: wish, soonerOffers: offer, repairs: repair, problems, appointments: appointment } = schema;
  const byRepair = of.repairId === undefined ? undefined : eq(wish.repairId, of.repairId);
  const isAsked = and(isNull(wish.endedAt), byRepair, of.wishId === undefined ? undefined : eq(wish.id, of.wishId));
  const rows = await query
    .select({ wish, repair, visits: problems.visits, catalogueId: problems.catalogueId, appointment })
    .from(wish)
    .innerJoin(repair, eq(repair.id, wish.repairId))
    .innerJoin(problems, eq(problems.id, repair.problemId))
    .leftJoin(appointment, eq(appointment.repairId, repair.id))
    .where(isAsked);
  const offers = await query
    .select({ offer })
    .from(offer)
    .innerJoin(wish, eq(wish.id, offer.wishId))
    .where(isAsked)
    .orderBy(asc(offer.offeredAt), asc(offer.id));
  const byWish = grouped(offers, (row) => row.offer.wishId);
  return [...grouped(rows, (row) => row.wish.id).values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { wish, repair, visits, catalogueId } = first;
    const made = (byWish.get(wish.id) ?? []).map((row) => row.offer);
    const appointments = [first, ...more].flatMap((row) => row.appointment ?? []);
    return { wish, repair, problem: { visits, catalogueId }, appointments, made, open: made.find(({ outcome }) => outcome === null) };
  });
}

/**
 * Locks a wish until the transaction ends, the first lock of every change of it, and answers with how it stands then; undefined where there is
 * none, or it has ended.
 */
export async function lockWaiting(tx: Query, schema: Schema, of: { repairId: string } | { wishId: string }): Promise<Waiting | undefined> {
  const { soonerWishes: wish } = schema;
  const [locked] = await tx
    .update(wish)
    .set({ version: sql`${wish.version} + 1` })
    .where(and("wishId" in of ? eq(wish.id, of.wishId) : eq(wish.repairId, of.repairId), isNull(wish.endedAt)))
    .returning({ wishId: wish.id });
  const [waiting] = locked ? await findWaiting(tx, schema, locked) : [];
  return waiting;
}

/** Adds a wish; false where its repair has one already. */
export async function addWish(
  tx: Query,
  { soonerWishes: wish }: Schema,
  values: Omit<SoonerWish, "endedAt" | "version">,
): Promise<boolean> {
  const added = await tx.insert(wish).values(values).onConflictDoNothing().returning({ id: wish.id });
  return added.length > 0;
}

/** Changes what suits somebody; their turn stays. */
export async function changeWish(
  tx: Query,
  { soonerWishes: wish }: Schema,
  { id, ...suits }: Pick<SoonerWish, "id" | "windows" | "noticeHours">,
): Promise<void> {
  await tx.update(wish).set(suits).where(eq(wish.id, id));
}

/** Ends a wish. It is locked by the caller. */
export async function endWish(tx: Query, { soonerWishes: wish }: Schema, { id, now }: { id: string; now: Date }): Promise<void> {
  await tx.update(wish).set({ endedAt: now }).where(eq(wish.id, id));
}

/** Adds an offer, which stands until it is answered. */
export async function addSoonerOffer(tx: Query, { soonerOffers: offer }: Schema, values: Omit<SoonerOffer, "outcome">): Promise<void> {
  await tx.insert(offer).values(values);
}

/** Writes what became of an offer. Its wish is locked by the caller. */
export async function settleSoonerOffer(
  tx: Query,
  { soonerOffers: offer }: Schema,
  { id, outcome }: { id: string; outcome: string },
): Promise<void> {
  await tx.update(offer).set({ outcome }).where(eq(offer.id, id));
}

/** An offer by its id, with whose it is; undefined where there is none. */
export async function soonerOfferOf(
  query: Query,
  { soonerOffers: offer, soonerWishes: wish }: Schema,
  { id, repairId }: { id: string; repairId: string },
): Promise<SoonerOffer | undefined> {
  const [found] = await query
    .select({ offer })
    .from(offer)
    .innerJoin(wish, eq(wish.id, offer.wishId))
    .where(and(eq(offer.id, id), eq(wish.repairId, repairId)));
  return found?.offer;
}

/** Adds a draft that only holds: nobody opens it, and it is deleted like one that was left. */
export async function addHolder(
  tx: Query,
  { drafts }: Schema,
  { now, until, window, ...draft }: { id: string; catalogueId: string; language: string; window: string; until: Date; now: Date },
): Promise<void> {
  const held = { heldWindow: window, holdUntilAtMost: until };
  await tx.insert(drafts).values({ ...draft, ...held, kind: "offer", device: NO_DEVICE, typed: {}, createdAt: now, touchedAt: now });
}
