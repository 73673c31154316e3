import type { LocalDate } from "#app/domain/local-date.ts";
import type { Rules } from "#app/domain/rules.ts";
import type { Db } from "#db/client.ts";
import { findBankHolidays, findRules } from "#db/queries/rules.ts";

/**
 * The windows, priorities and booking rule in force on a local date. One prepared query, not cached: a rule that staff change
 * holds from the next request on, on every server. Throws when a kind of rule has none in force, or a stored one is not valid.
 */
export function readRules(db: Db, date: LocalDate): Promise<Rules> {
  return findRules(db, date);
}

/** The bank holidays of a nation (england, wales, …) as local dates, for counting working days. */
export function readBankHolidays(db: Db, nation: string): Promise<ReadonlySet<LocalDate>> {
  return findBankHolidays(db, nation);
}
