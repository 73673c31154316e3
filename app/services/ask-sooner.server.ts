import { stillWaits, type Than } from "#app/domain/sooner.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addWish, changeWish, findWaiting, lockWaiting, type Waiting } from "#db/queries/sooner.ts";
import { endSooner, traceSooner } from "./end-sooner.server.ts";
import type { OwnRepair } from "./read-own-repair.server.ts";

type Own = Pick<OwnRepair, "repair" | "visits" | "current">;

/** What of a repair something sooner would be sooner than. */
const thanOf = ({ current }: Own): Than => ({
  appointmentId: current?.id ?? null,
  date: current?.date ?? null,
  window: current?.window ?? null,
});

/** Whether a repair's tenant may ask to be told of a sooner visit. */
export const mayAskSooner = (own: Own, now: Date): boolean =>
  stillWaits(thanOf(own), { repair: own.repair, appointments: own.visits }, now);

/** What somebody waits for, with the offer that they may still take; undefined where they do not wait, or not any more. */
export async function readSooner(db: Db, { repairId, now }: { repairId: string; now: Date }): Promise<Waiting | undefined> {
  const [waiting] = await findWaiting(db.read, db.schema, { repairId });
  if (!waiting || !stillWaits(waiting.wish, waiting, now)) return undefined;
  return { ...waiting, open: waiting.open && waiting.open.until >= now ? waiting.open : undefined };
}

interface Asking {
  own: Own;
  /** The codes of the windows that suit. */
  windows: string[];
  noticeHours: number;
  now: Date;
}

/** Keeps that somebody wants a sooner visit; asked again it changes what suits them, and their turn stays. False where they may not. */
export async function askSooner(db: Db, asking: Asking): Promise<boolean> {
  if (!mayAskSooner(asking.own, asking.now)) return false;
  await db.write((tx) => askIn(tx, db, asking));
  return true;
}

async function askIn(tx: Query, db: Db, { own, windows, noticeHours, now }: Asking): Promise<void> {
  const { schema } = db;
  const repairId = own.repair.id;
  const waiting = await lockWaiting(tx, schema, { repairId });
  if (waiting && stillWaits(waiting.wish, waiting, now)) {
    await changeWish(tx, schema, { id: waiting.wish.id, windows, noticeHours });
  } else {
    if (waiting) await endSooner(tx, db, { waiting, who: "system", now });
    // Sent twice at once, the other one has been kept.
    if (!(await addWish(tx, schema, { id: newId(now), repairId, ...thanOf(own), windows, noticeHours, askedAt: now }))) return;
  }
  await traceSooner(tx, db, {
    ...{ repairId, who: "tenant", what: "sooner visit asked for", now },
    after: { windows: windows.join(" "), noticeHours },
  });
}

/** Stops asking: what is held for them is free for the next. Where nobody asks, nothing changes. */
export function stopSooner(db: Db, { repairId, now }: { repairId: string; now: Date }): Promise<void> {
  return db.write(async (tx) => {
    const waiting = await lockWaiting(tx, db.schema, { repairId });
    if (waiting) await endSooner(tx, db, { waiting, who: "tenant", now });
  });
}
