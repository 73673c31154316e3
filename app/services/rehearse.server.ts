import type { Db, Query } from "#db/client.ts";

/** Thrown inside a write to undo it. */
class Rehearsed extends Error {}

/** What a change would answer as things stand: it is done and undone in one write, so a proposal is what would happen. */
export async function rehearse<T>(db: Db, change: (tx: Query) => Promise<T>): Promise<T> {
  const would: { answer?: T } = {};
  try {
    return await db.write(async (tx) => {
      would.answer = await change(tx);
      throw new Rehearsed();
    });
  } catch (error) {
    if (error instanceof Rehearsed) return would.answer as T;
    throw error;
  }
}
