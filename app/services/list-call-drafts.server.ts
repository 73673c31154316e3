import type { Db } from "#db/client.ts";
import { findHold } from "./find-hold.server.ts";
import { unsentOfCalls } from "./read-call.server.ts";

type Unsent = Awaited<ReturnType<typeof unsentOfCalls>>[number];

/** The reports of calls that are not saved, an agent's own first and then the last touched, with until when each holds a time. */
export async function listCallDrafts(
  db: Db,
  { staffId, now }: { staffId: string; now: Date },
): Promise<(Unsent & { heldUntil: Date | undefined })[]> {
  const unsent = await unsentOfCalls(db, { now });
  const isOwn = ({ draft }: Unsent) => draft.staffId === staffId;
  const inOrder = [...unsent.filter(isOwn), ...unsent.filter((each) => !isOwn(each))];
  return Promise.all(
    inOrder.map(async (each) => {
      const hold = await findHold(db, { draftId: each.draft.id, now });
      return { ...each, heldUntil: hold?.isLive ? hold.expiresAt : undefined };
    }),
  );
}
