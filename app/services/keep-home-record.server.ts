import type { RecordKind } from "#app/domain/household.ts";
import { localDate } from "#app/domain/local-date.ts";
import type { Db, Query } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { addRecord, eventsOfHome, type HomeRecord, tenancyOn, writeRecord } from "#db/queries/household.ts";
import { addEvent } from "#db/queries/repairs.ts";
import { listStaff } from "#db/queries/staff.ts";

/** What staff say of a need, a warning or a fact. */
export type Said = Pick<HomeRecord, "code" | "words" | "about" | "source" | "agreed" | "until">;

interface By {
  uprn: string;
  who: string;
  now: Date;
}

type Trace = { what: string; record: string; version: number };

/** Writes a line of a home's trace: which record and which version of it, never what it says. */
async function trace(tx: Query, { schema }: Db, { uprn, who, now }: By, { what, ...after }: Trace): Promise<void> {
  const event = { id: newId(now), at: now, who, channel: "office", what, changeId: newId(now), repairId: null, appointmentId: null };
  await addEvent(tx, schema, { ...event, uprn, before: null, after });
}

interface Adding extends By {
  /** The form's own id: sent twice, it adds one. */
  id: string;
  kind: RecordKind;
  said: Said;
}

/** Adds a need, a warning or a fact to a home. A need is of the household that lives there now. */
export function addHomeRecord(db: Db, { id, kind, said, ...by }: Adding): Promise<void> {
  const { uprn, who, now } = by;
  return db.write(async (tx) => {
    const tenancy = kind === "need" ? await tenancyOn(tx, db.schema, { uprn, today: localDate(now) }) : undefined;
    const written = { recordedAt: now, recordedBy: who, checkedAt: now, checkedBy: who, endedAt: null, version: 0 };
    const isNew = await addRecord(tx, db.schema, { id, uprn, kind, tenancyId: tenancy?.id ?? null, ...said, ...written });
    if (isNew) await trace(tx, db, by, { what: `${kind} added`, record: id, version: 0 });
  });
}

interface Seen extends By {
  record: HomeRecord;
  /** The version that the form was shown with. */
  version: number;
}

/** Says that a record is right, as it stood or as it is now. False where somebody has changed or ended it meanwhile. */
export function checkHomeRecord(db: Db, { record, version, said, ...by }: Seen & { said: Said }): Promise<boolean> {
  return write(db, { record, version, ...by }, "checked", { ...said, checkedAt: by.now, checkedBy: by.who });
}

/** Ends a record: it counts no more, and stays. False where somebody has changed or ended it meanwhile. */
export function endHomeRecord(db: Db, seen: Seen): Promise<boolean> {
  return write(db, seen, "ended", { endedAt: seen.now });
}

function write(db: Db, { record, version, ...by }: Seen, done: string, values: Partial<HomeRecord>): Promise<boolean> {
  return db.write(async (tx) => {
    const isWritten = await writeRecord(tx, db.schema, { ...values, id: record.id, from: version });
    if (isWritten) await trace(tx, db, by, { what: `${record.kind} ${done}`, record: record.id, version: version + 1 });
    return isWritten;
  });
}

/** What was last done to a home itself, when and by whom: to one record of it, where told; undefined where nothing was. */
export async function lastOfHome(db: Db, uprn: string, record?: string): Promise<{ what: string; at: Date; by: string } | undefined> {
  const all = await eventsOfHome(db.read, db.schema, uprn);
  const last = all.findLast(({ after }) => record === undefined || after?.record === record);
  const names = await listStaff(db.read, db.schema);
  return last && { what: last.what, at: last.at, by: names.find(({ id }) => id === last.who)?.name ?? "" };
}
