import { and, eq, inArray, isNotNull, lt, ne, or, sql } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";
import { NOT_YET } from "./homes-apply.ts";

/** How many rows one change takes, so that none is long. */
const AT_A_TIME = 500;

/** Deletes some of the names of those who called for a tenant before an instant. How many. */
export async function deleteCallers(tx: Query, { callersForTenants, identityChecks }: Schema, before: Date): Promise<number> {
  const old = tx.select({ id: identityChecks.id }).from(identityChecks).where(lt(identityChecks.at, before));
  const some = tx.select({ id: callersForTenants.checkId }).from(callersForTenants).where(inArray(callersForTenants.checkId, old));
  const gone = await tx
    .delete(callersForTenants)
    .where(inArray(callersForTenants.checkId, some.limit(AT_A_TIME)))
    .returning({ id: callersForTenants.checkId });
  return gone.length;
}

/** Deletes some of the words of complaints that were answered before an instant. How many. */
export async function deleteComplaintWords(tx: Query, { complaintWords, complaints }: Schema, before: Date): Promise<number> {
  const old = tx.select({ id: complaints.id }).from(complaints).where(lt(complaints.answeredAt, before));
  const some = tx.select({ id: complaintWords.complaintId }).from(complaintWords).where(inArray(complaintWords.complaintId, old));
  const gone = await tx
    .delete(complaintWords)
    .where(inArray(complaintWords.complaintId, some.limit(AT_A_TIME)))
    .returning({ id: complaintWords.complaintId });
  return gone.length;
}

/** Empties some of the needs, warnings and facts of homes that ended before an instant: which it was and when stays. How many. */
export async function emptyHomeRecords(tx: Query, { homeRecords }: Schema, before: Date): Promise<number> {
  const { id, endedAt, words, about } = homeRecords;
  const some = tx
    .select({ id })
    .from(homeRecords)
    .where(and(lt(endedAt, before), or(isNotNull(words), isNotNull(about))));
  const gone = await tx
    .update(homeRecords)
    .set({ words: null, about: null, version: sql`${homeRecords.version} + 1` })
    .where(inArray(id, some.limit(AT_A_TIME)))
    .returning({ id });
  return gone.length;
}

/** Deletes some of those who held tenancies that ended before a local date, and how to reach them. How many. */
export async function deleteTenants(tx: Query, { tenants, tenancies, tenantContacts }: Schema, before: LocalDate): Promise<number> {
  // A tenancy of an import that is not applied yet bears a date of its own, which is no end.
  const ended = and(lt(tenancies.endsOn, before), ne(tenancies.endsOn, NOT_YET));
  const rows = await tx
    .select({ id: tenants.id })
    .from(tenants)
    .innerJoin(tenancies, eq(tenancies.id, tenants.tenancyId))
    .where(ended)
    .limit(AT_A_TIME);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(tenantContacts).where(inArray(tenantContacts.tenantId, ids));
  await tx.delete(tenants).where(inArray(tenants.id, ids));
  return ids.length;
}
