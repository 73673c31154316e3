import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Query } from "../client.ts";
import { given, run } from "../prepared.ts";
import type { Typed } from "../schema/drafts.ts";
import type { Schema } from "../schema/schema.ts";

export type Draft = Schema["drafts"]["$inferSelect"];

/** The draft with this id on this device (SHA-256 of the device's id), or undefined: another device's draft is not there. */
export async function draftOn(query: Query, { drafts }: Schema, values: { id: string; device: string }): Promise<Draft | undefined> {
  const rows = await run(
    query,
    "draft_on",
    (q) =>
      q
        .select()
        .from(drafts)
        .where(and(eq(drafts.id, given(drafts.id, "id")), eq(drafts.device, given(drafts.device, "device")))),
    values,
  );
  return rows[0];
}

/** Keeps what was typed, whole: the caller has read the draft in the same change. */
export async function keepTyped(tx: Query, { drafts }: Schema, values: { id: string; typed: Typed; now: Date }): Promise<void> {
  await run(
    tx,
    "keep_typed",
    (q) =>
      q
        .update(drafts)
        .set({ typed: given(drafts.typed, "typed"), touchedAt: given(drafts.touchedAt, "now") })
        .where(eq(drafts.id, given(drafts.id, "id"))),
    values,
  );
}

/** Locks a draft for a change of what it holds: the first statement of such a change. Undefined when it is not this device's. */
export async function lockDraftOn(tx: Query, { drafts }: Schema, values: { id: string; device: string }): Promise<Draft | undefined> {
  const rows = await run(
    tx,
    "lock_draft_on",
    (q) =>
      q
        .update(drafts)
        .set({ version: sql`${drafts.version} + 1` })
        .where(and(eq(drafts.id, given(drafts.id, "id")), eq(drafts.device, given(drafts.device, "device"))))
        .returning(),
    values,
  );
  return rows[0];
}

const MOST_SHOWN = 3;

/** The drafts of a device touched since an instant, newest first, a few at most. */
export function draftsOf(query: Query, { drafts }: Schema, values: { device: string; since: Date }): Promise<Draft[]> {
  return run(
    query,
    "drafts_of",
    (q) =>
      q
        .select()
        .from(drafts)
        .where(and(eq(drafts.device, given(drafts.device, "device")), gt(drafts.touchedAt, given(drafts.touchedAt, "since"))))
        .orderBy(desc(drafts.touchedAt))
        .limit(MOST_SHOWN),
    values,
  );
}
