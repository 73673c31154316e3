import { isLive } from "#app/domain/household.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Db } from "#db/client.ts";
import {
  appointmentsAt,
  eventsOfHome,
  type HomePlace,
  type HomeRecord,
  homePlace,
  messagesAt,
  notesAt,
  recordOf,
  recordsAt,
  repairsAt,
  tenancyOn,
} from "#db/queries/household.ts";
import { listStaff } from "#db/queries/staff.ts";
import { readMark } from "./mark-home.server.ts";

export type { HomePlace, HomeRecord };

/** Where a home is; undefined where there is none of that UPRN. */
export function readHomePlace(db: Db, uprn: string): Promise<HomePlace | undefined> {
  return homePlace(db.read, db.schema, uprn);
}

/** One record of a home; undefined where the home has none of that id. */
export function readRecord(db: Db, of: Pick<HomeRecord, "id" | "uprn">): Promise<HomeRecord | undefined> {
  return recordOf(db.read, db.schema, of);
}

/** What counts today of what is kept of homes, by UPRN: needs, warnings and facts. One statement, however many homes. */
export async function readRecords(db: Db, { uprns, today }: { uprns: readonly string[]; today: LocalDate }): Promise<HomeRecord[]> {
  const all = await recordsAt(db.read, db.schema, { uprns: [...new Set(uprns)], today });
  return all.filter((record) => isLive(record, today));
}

/** Everything that is known of a home, and the names of staff by their ids. */
export async function readHome(db: Db, { home: { uprn } }: HomePlace, today: LocalDate) {
  const { read, schema } = db;
  const repairs = await repairsAt(read, schema, uprn);
  const ids = repairs.map(({ id }) => id);
  return {
    repairs,
    tenancy: await tenancyOn(read, schema, { uprn, today }),
    records: await readRecords(db, { uprns: [uprn], today }),
    mark: await readMark(db, uprn),
    appointments: await appointmentsAt(read, schema, ids),
    notes: await notesAt(read, schema, ids),
    messages: await messagesAt(read, schema, ids),
    events: await eventsOfHome(read, schema, uprn),
    names: new Map((await listStaff(read, schema)).map(({ id, name }) => [id, name])),
  };
}
