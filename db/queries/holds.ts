import { and, countDistinct, eq, exists, gte, ne, sql } from "drizzle-orm";
import type { Choice } from "#app/domain/offers.ts";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Schema } from "../schema/schema.ts";
import { freeSlotsOf } from "./take-slots.ts";

/** What is written on a draft when it chooses an offer: the window promised, and until when its hold may be extended. */
interface Chosen {
  heldWindow: string;
  holdUntilAtMost: Date;
  /** Keyed hash of the network address it is chosen from. */
  origin: string | null;
}

/**
 * Locks a draft until the transaction ends, the first statement of every change of what it holds; writes on it what it chooses, if it does.
 * Answers with until when its hold may be extended. Throws when there is no such draft.
 */
export async function lockDraft(
  tx: Query,
  { drafts }: Schema,
  { draftId, ...chosen }: { draftId: string } & (Chosen | object),
): Promise<{ holdUntilAtMost: Date | null }> {
  const isChoice = "heldWindow" in chosen;
  const written = {
    heldWindow: given(drafts.heldWindow, "heldWindow"),
    holdUntilAtMost: given(drafts.holdUntilAtMost, "holdUntilAtMost"),
    origin: given(drafts.origin, "origin"),
  };
  const build = (query: Query) =>
    query
      .update(drafts)
      .set({ version: sql`${drafts.version} + 1`, ...(isChoice ? written : {}) })
      .where(eq(drafts.id, given(drafts.id, "draftId")))
      .returning({ holdUntilAtMost: drafts.holdUntilAtMost });
  const [draft] = await run(tx, isChoice ? "lock a draft that chooses" : "lock a draft", build, { draftId, ...chosen });
  if (!draft) throw new Error(`No draft ${draftId}`);
  return draft;
}

/** How many other drafts hold a time that were chosen from a network address (as its hash). */
export async function holdingFrom(
  tx: Query,
  { drafts, slots }: Schema,
  values: { origin: string; draftId: string; now: Date },
): Promise<number> {
  const build = (query: Query) =>
    query
      .select({ holding: countDistinct(slots.draftId) })
      .from(drafts)
      .innerJoin(slots, eq(slots.draftId, drafts.id))
      .where(
        and(
          eq(drafts.origin, given(drafts.origin, "origin")),
          gte(drafts.holdUntilAtMost, given(drafts.holdUntilAtMost, "now")),
          gte(slots.expiresAt, given(slots.expiresAt, "now")),
          ne(drafts.id, given(drafts.id, "draftId")),
        ),
      );
  const [found] = await run(tx, "holding from an origin", build, values);
  return found?.holding ?? 0;
}

/** Lets a draft keep what it holds until an instant; answers with how many slots that are. The draft and its dates are locked by the caller. */
export async function keepHold(tx: Query, { slots }: Schema, values: { draftId: string; expiresAt: Date }): Promise<number> {
  const build = (query: Query) =>
    query
      .update(slots)
      .set({ expiresAt: given(slots.expiresAt, "expiresAt") })
      .where(eq(slots.draftId, given(slots.draftId, "draftId")))
      .returning({ id: slots.id });
  return (await run(tx, "keep a hold", build, values)).length;
}

/**
 * Makes what a draft holds an appointment's, if it is the offer named, whether its time has passed or not: lapsed but untaken is its own.
 * Answers with how many slots that were: `visits`, or 0 when the hold is gone, was closed or is another one; then what is left of it is
 * freed, and the offer can be taken again. The draft, the date and the dates it holds are locked by the caller.
 */
export async function confirmHold(
  tx: Query,
  schema: Schema,
  { visits, ...values }: Choice & { draftId: string; appointmentId: string; visits: number },
): Promise<number> {
  const { drafts, slots } = schema;
  const isPromised = (query: Query) =>
    exists(
      query
        .select({ id: drafts.id })
        .from(drafts)
        .where(and(eq(drafts.id, slots.draftId), eq(drafts.heldWindow, given(drafts.heldWindow, "window")))),
    );
  const build = (query: Query) =>
    query
      .update(slots)
      .set({ draftId: null, appointmentId: given(slots.appointmentId, "appointmentId"), expiresAt: null })
      .where(
        and(
          eq(slots.draftId, given(slots.draftId, "draftId")),
          eq(slots.date, given(slots.date, "date")),
          eq(slots.open, true),
          isPromised(query),
        ),
      )
      .returning({ id: slots.id });
  const rows = await run(tx, "confirm a hold", build, values);
  if (rows.length === visits) return visits;
  await freeSlotsOf(tx, schema, { appointmentId: values.appointmentId });
  await freeSlotsOf(tx, schema, { draftId: values.draftId });
  return 0;
}
