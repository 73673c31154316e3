import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Places } from "./places.ts";

/** Who lives where, as the landlord's housing system says. */
export function tenanciesFor({ table, id, text, day, whole, index, uniqueIndex, check }: Columns, { homes }: Places) {
  /** A home let to one person or more. It ends, it is never deleted. */
  const tenancies = table(
    "tenancies",
    {
      id: id(),
      /** The landlord's own, upper case, as it stands on letters. */
      reference: text().notNull(),
      uprn: text()
        .notNull()
        .references(() => homes.uprn),
      startsOn: day().notNull(),
      /** The last day of it; null while nobody has given notice. */
      endsOn: day(),
      version: whole().notNull().default(0),
    },
    (t) => [uniqueIndex("tenancies_by_reference").on(t.reference), index("tenancies_by_home").on(t.uprn, t.startsOn)],
  );

  /** A person who holds a tenancy, alone or with others. */
  const tenants = table(
    "tenants",
    {
      id: id(),
      tenancyId: text()
        .notNull()
        .references(() => tenancies.id),
      name: text().notNull(),
      /** What else they are called: a name before marriage, the one they go by. */
      otherNames: text(),
      bornOn: day(),
      version: whole().notNull().default(0),
    },
    (t) => [uniqueIndex("tenants_once").on(t.tenancyId, t.name)],
  );

  /** How to reach a tenant: a number as +44…, or an address in lower case. */
  const tenantContacts = table(
    "tenant_contacts",
    {
      id: id(),
      tenantId: text()
        .notNull()
        .references(() => tenants.id),
      /** phone or email. */
      kind: text().notNull(),
      value: text().notNull(),
    },
    (t) => [
      uniqueIndex("tenant_contacts_once").on(t.tenantId, t.value),
      index("tenant_contacts_by_value").on(t.value),
      check("tenant_contacts_kind", sql`${t.kind} IN ('phone', 'email')`),
    ],
  );

  return { tenancies, tenants, tenantContacts };
}

export type Tenancies = ReturnType<typeof tenanciesFor>;
