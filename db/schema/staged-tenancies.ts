import type { Columns } from "../columns/sqlite.ts";

/** Rows of an import on their way to tenancies: written in short turns, applied by few statements. */
export function stagedTenanciesFor({ table, text, day, whole, uniqueIndex }: Columns) {
  const stagedTenancies = table(
    "staged_tenancies",
    {
      importId: text().notNull(),
      line: whole().notNull(),
      /** The id of the tenant, should there be none of this name. */
      tenantId: text().notNull(),
      reference: text().notNull(),
      uprn: text().notNull(),
      name: text().notNull(),
      otherNames: text(),
      bornOn: day(),
      startsOn: day().notNull(),
      endsOn: day(),
      /** Numbers as +44… and addresses in lower case, in order, with a space between. */
      contacts: text(),
    },
    (t) => [uniqueIndex("staged_tenancies_once").on(t.importId, t.reference, t.name)],
  );

  return { stagedTenancies };
}
