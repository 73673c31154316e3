import { deadlineOf, minutesLeft, slotForNow } from "#app/domain/dispatch.ts";
import { localDate, localTime } from "#app/domain/local-date.ts";
import { grouped } from "#app/domain/ordering.ts";
import type { Db } from "#db/client.ts";
import { type Sent, sentTo, slotsAtWork } from "#db/queries/dispatch.ts";
import { type EmergencyCase, unsafeCases } from "#db/queries/emergencies.ts";

/** Somebody who can be sent today; `isFree` is false where the visit would come besides all they have. */
interface Sendable {
  id: string;
  name: string;
  isFree: boolean;
}

/** An emergency that is not safe yet. */
export interface OpenEmergency extends EmergencyCase {
  /** Fewer than none once it is late. */
  minutesLeft: number;
  /** Who has been given it and is still to come. */
  sent: Sent | undefined;
  /** Who is at work today and may do it. */
  sendable: Sendable[];
}

/** The emergencies that nobody has said to be safe, the one whose time ends first at the top, and whom each can be given to now. */
export async function readEmergencies(db: Db, now: Date): Promise<OpenEmergency[]> {
  const found = await unsafeCases(db.read, db.schema);
  if (found.length === 0) return [];
  const sent = await sentTo(
    db.read,
    db.schema,
    found.map(({ repair }) => repair.id),
  );
  const byTrade = new Map<string | null, Sendable[]>();
  for (const trade of new Set(found.map(({ repair }) => repair.trade))) byTrade.set(trade, await listSendable(db, trade, now));
  return found
    .toSorted((a, b) => deadlineOf(a.repair).getTime() - deadlineOf(b.repair).getTime())
    .map((each) => ({
      ...each,
      minutesLeft: minutesLeft(each.repair, now),
      sent: sent.find(({ repairId }) => repairId === each.repair.id),
      sendable: byTrade.get(each.repair.trade) ?? [],
    }));
}

/** Who is at work today and may do work of a trade (null: any), by name. */
async function listSendable(db: Db, trade: string | null, now: Date): Promise<Sendable[]> {
  const rows = await slotsAtWork(db.read, db.schema, { date: localDate(now), trade });
  return [...grouped(rows, ({ slot }) => slot.operativeId)].map(([id, own]) => {
    const found = slotForNow(
      own.map(({ slot }) => slot),
      localTime(now),
    );
    return { id, name: own[0]?.name ?? id, isFree: found?.isExtra === false };
  });
}
