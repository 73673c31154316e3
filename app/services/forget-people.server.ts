import { localDate } from "#app/domain/local-date.ts";
import { forgetBefore, type Retention } from "#app/domain/retention.ts";
import type { Db } from "#db/client.ts";
import { deleteCallers, deleteComplaintWords, deleteTenants, emptyHomeRecords } from "#db/queries/forget-people.ts";
import { untilNone } from "./forget-repairs.server.ts";

/**
 * Deletes what is personal beside repairs once its time is over: the names of those who called for a tenant, the words of complaints that were
 * answered, what ended needs, warnings and facts of homes said, and the people of tenancies that have ended. That there was a call, a complaint,
 * a need or a tenancy, and when, stays. How many, for the log; undefined for none.
 */
export async function forgetPeople(db: Db, { retention, now }: { retention: Retention; now: Date }): Promise<string | undefined> {
  const { schema } = db;
  const before = forgetBefore(now, retention);
  const callers = await untilNone(() => db.write((tx) => deleteCallers(tx, schema, before)));
  const complaints = await untilNone(() => db.write((tx) => deleteComplaintWords(tx, schema, before)));
  const records = await untilNone(() => db.write((tx) => emptyHomeRecords(tx, schema, before)));
  const tenants = await untilNone(() => db.write((tx) => deleteTenants(tx, schema, localDate(before))));
  if (callers + complaints + records + tenants === 0) return undefined;
  return `${callers} callers, the words of ${complaints} complaints, ${records} records of homes and ${tenants} tenants`;
}
