import type { Db } from "#db/client.ts";
import type { Call } from "#db/queries/calls.ts";
import { callOf } from "#db/queries/calls.ts";
import { submitted } from "#db/queries/repairs.ts";

/** What an agent's report came to, and the call it was for. */
export type SavedCallReport = NonNullable<Awaited<ReturnType<typeof submitted>>> & { call: Call };

/** The repair that an agent's report became; undefined where it is not saved yet, or is no agent's. */
export async function savedCallReport(db: Db, draftId: string): Promise<SavedCallReport | undefined> {
  const call = await callOf(db.read, db.schema, draftId);
  const saved = call && (await submitted(db.read, db.schema, draftId));
  return call && saved && { ...saved, call };
}
