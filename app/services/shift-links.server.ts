import type { LocalDate } from "#app/domain/local-date.ts";
import { grouped } from "#app/domain/ordering.ts";
import { shiftEnd } from "#app/domain/shift.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { slotsAtWork } from "#db/queries/dispatch.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { addShiftLink, endLinks, linksOn, type Shift, shiftOf } from "#db/queries/shift-links.ts";
import { hashOf, newToken } from "./token.server.ts";

export type { Shift };

/** Somebody who works on a date. */
export interface Worker {
  id: string;
  name: string;
  visits: number;
  /** Until when they can be given a link. */
  shiftEnds: Date;
  /** Until when the link that they have is good; undefined where they have none. */
  linkEnds: Date | undefined;
}

/** Who works on a date, by name, and who has a link to it. */
export async function listShifts(db: Db, { date, now }: { date: LocalDate; now: Date }): Promise<Worker[]> {
  const rows = await slotsAtWork(db.read, db.schema, { date, trade: null });
  const links = await linksOn(db.read, db.schema, { date, now });
  return [...grouped(rows, ({ slot }) => slot.operativeId)].map(([id, own]) => ({
    id,
    name: own[0]?.name ?? id,
    visits: new Set(own.flatMap(({ slot }) => slot.appointmentId ?? [])).size,
    shiftEnds: endOf(date, own),
    linkEnds: links.find(({ operativeId }) => operativeId === id)?.endsAt,
  }));
}

const endOf = (date: LocalDate, slots: { slot: { ends: string } }[]) =>
  shiftEnd(
    date,
    slots.map(({ slot }) => slot.ends),
  );

interface OneShift {
  operativeId: string;
  date: LocalDate;
  /** A staff id. */
  who: string;
  now: Date;
}

/**
 * Makes the link by which an operative opens one date of theirs until the shift ends. Whatever link they had to it ends: a phone that was
 * lost opens nothing. Answers with the token, which is kept nowhere; undefined where they do not work then, or the shift is over.
 */
export function makeShiftLink(db: Db, { operativeId, date, ...by }: OneShift): Promise<{ token: string; name: string } | undefined> {
  const { token, hash } = newToken();
  const { now } = by;
  return db.write(async (tx) => {
    const own = await slotsAtWork(tx, db.schema, { date, trade: null, operativeId });
    const endsAt = endOf(date, own);
    if (!own[0] || endsAt <= now) return undefined;
    await endLinks(tx, db.schema, { operativeId, date, now });
    await addShiftLink(tx, db.schema, { id: newId(now), token: hash, operativeId, date, endsAt });
    await trace(tx, db, { operativeId, date, ...by, what: "shift link made" });
    return { token, name: own[0].name };
  });
}

/** Ends the link of an operative to a date at once. False where they had none. */
export function endShiftLink(db: Db, shift: OneShift): Promise<boolean> {
  return db.write(async (tx) => {
    const isEnded = (await endLinks(tx, db.schema, shift)) > 0;
    if (isEnded) await trace(tx, db, { ...shift, what: "shift link ended" });
    return isEnded;
  });
}

function trace(tx: Query, { schema }: Db, { operativeId, date, who, now, what }: OneShift & { what: string }): Promise<void> {
  const id = newId(now);
  const about = { repairId: null, appointmentId: null, before: null, after: { operativeId, date } };
  return addEvent(tx, schema, { id, at: now, who, channel: "office", what, changeId: id, ...about });
}

/** The shift that a link opens; undefined where it opens none, or has ended. */
export function readShift(db: Db, { token, now }: { token: string; now: Date }): Promise<Shift | undefined> {
  return shiftOf(db.read, db.schema, { token: hashOf(token), now });
}
