import { sql } from "drizzle-orm";
import type { Columns } from "../columns/sqlite.ts";
import type { Places } from "./places.ts";
import type { Repairs } from "./repairs.ts";
import type { Staff } from "./staff.ts";

/** What happens on the phone. */
export function callsFor(
  { table, id, text, flag, instant, json, whole, index, check }: Columns,
  { homes, repairs, staff }: Places & Repairs & Staff,
) {
  /** One call that an agent takes, from the home being opened to the reason that is counted. It names nobody. */
  const calls = table(
    "calls",
    {
      id: id(),
      /** The agent. */
      staffId: text()
        .notNull()
        .references(() => staff.id),
      /** Null where the caller has none of our homes. */
      uprn: text().references(() => homes.uprn),
      startedAt: instant().notNull(),
      /** Null while it goes on; a caller who hung up ends it without a reason. */
      endedAt: instant(),
      /** Why somebody called: new, chase, change or other. */
      reason: text(),
      /** The repair it was about in the end. */
      repairId: text().references(() => repairs.id),
      /** The draft of a new report that it is for. No foreign key: drafts are deleted. */
      draftId: text(),
      version: whole().notNull().default(0),
    },
    (t) => [
      index("calls_by_staff").on(t.staffId, t.startedAt),
      index("calls_by_home").on(t.uprn, t.startedAt),
      index("calls_by_time").on(t.startedAt),
      index("calls_by_repair").on(t.repairId, t.startedAt),
      check("calls_reason", sql`${t.reason} IN ('new', 'chase', 'change', 'other')`),
    ],
  );

  /** That a caller was asked who they are: what was asked and whether it fitted, never the answers. */
  const identityChecks = table(
    "identity_checks",
    {
      id: id(),
      callId: text()
        .notNull()
        .references(() => calls.id),
      at: instant().notNull(),
      /** Codes of what was asked: name, address, birth, tenancy, phone, email. */
      asked: json<string[]>().notNull(),
      passed: flag().notNull(),
      /** tenant, or who calls for the tenant: family, carer, professional, other. */
      caller: text().notNull(),
      /** Whether the tenant agrees that they speak for them: on file, said on this call, or none. Null where the tenant calls. */
      consent: text(),
    },
    (t) => [index("identity_checks_by_call").on(t.callId, t.at)],
  );

  /** Who calls for a tenant: personal, apart so that it can be emptied. */
  const callersForTenants = table("callers_for_tenants", {
    checkId: text()
      .primaryKey()
      .references(() => identityChecks.id),
    name: text().notNull(),
    relationship: text(),
  });

  return { calls, identityChecks, callersForTenants };
}

export type Calls = ReturnType<typeof callsFor>;
