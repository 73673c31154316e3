import { and, asc, desc, eq, gte, isNull, lte, or } from "drizzle-orm";
import type { LocalDate } from "#app/domain/local-date.ts";
import type { Query } from "../client.ts";
import type { Schema } from "../schema/schema.ts";

/** A tenancy with those who hold it, and how to reach each. */
export interface Tenancy {
  tenancyReference: string;
  tenants: { id: string; name: string; bornOn: LocalDate | null; contacts: { kind: string; value: string }[] }[];
}

/** The tenancy of a home on a date, the one that began last; undefined where none is on file. */
export async function tenancyOn(
  query: Query,
  { tenancies, tenants, tenantContacts }: Schema,
  { uprn, date }: { uprn: string; date: LocalDate },
): Promise<Tenancy | undefined> {
  const { startsOn, endsOn } = tenancies;
  const [tenancy] = await query
    .select()
    .from(tenancies)
    .where(and(eq(tenancies.uprn, uprn), lte(startsOn, date), or(isNull(endsOn), gte(endsOn, date))))
    .orderBy(desc(startsOn), desc(tenancies.id))
    .limit(1);
  if (!tenancy) return undefined;
  const rows = await query
    .select({ tenant: tenants, contact: tenantContacts })
    .from(tenants)
    .leftJoin(tenantContacts, eq(tenantContacts.tenantId, tenants.id))
    .where(eq(tenants.tenancyId, tenancy.id))
    .orderBy(asc(tenants.id), asc(tenantContacts.id));
  const people = new Map(rows.map(({ tenant: { id, name, bornOn } }) => [id, { id, name, bornOn }]));
  const contactsOf = (id: string) => rows.flatMap(({ tenant, contact }) => (tenant.id === id && contact ? [contact] : []));
  return {
    tenancyReference: tenancy.reference,
    tenants: [...people.values()].map((person) => ({ ...person, contacts: contactsOf(person.id) })),
  };
}
