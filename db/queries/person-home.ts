import { asc, eq, inArray } from "drizzle-orm";
import type { PersonKey } from "#app/domain/person.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** The tenancies that a person holds, or that there are of a home: each with the tenant and every way to reach them. */
export async function tenanciesOf(query: Query, { tenancies, tenants, tenantContacts }: Schema, key: PersonKey) {
  const value = "phone" in key ? key.phone : "email" in key ? key.email : "";
  const reached = query.select({ id: tenantContacts.tenantId }).from(tenantContacts).where(eq(tenantContacts.value, value));
  const rows = await query
    .select({ tenancy: tenancies, tenant: tenants })
    .from(tenancies)
    .innerJoin(tenants, eq(tenants.tenancyId, tenancies.id))
    .where("uprn" in key ? eq(tenancies.uprn, key.uprn) : inArray(tenants.id, reached))
    .orderBy(asc(tenancies.startsOn), asc(tenants.id));
  const ids = rows.map(({ tenant }) => tenant.id);
  const ways = await query.select().from(tenantContacts).where(inArray(tenantContacts.tenantId, ids)).orderBy(asc(tenantContacts.id));
  return rows.map((row) => ({ ...row, ways: ways.filter(({ tenantId }) => tenantId === row.tenant.id) }));
}

/** The needs, warnings and facts of a home, and the complaints about it with their words. */
export async function keptOfHome(query: Query, { homeRecords, complaints, complaintWords }: Schema, uprn: string) {
  return {
    records: await query.select().from(homeRecords).where(eq(homeRecords.uprn, uprn)).orderBy(asc(homeRecords.recordedAt)),
    complaints: await query
      .select({ complaint: complaints, words: complaintWords.words })
      .from(complaints)
      .leftJoin(complaintWords, eq(complaintWords.complaintId, complaints.id))
      .where(eq(complaints.uprn, uprn))
      .orderBy(asc(complaints.at)),
  };
}
