import type { ClosingInForce } from "#app/domain/closing.ts";
import type { LocalDate } from "#app/domain/local-date.ts";
import { staff } from "#app/languages/staff.ts";
import type { Db, Query } from "#db/client.ts";
import { closingsFrom, operativesOf } from "#db/queries/closings.ts";

/** What stands on a slot while its operative is away. */
export function absenceWords(kind: string): string {
  const words: Readonly<Record<string, string>> = staff.absences.kinds;
  return words[kind] ?? kind;
}

/** The absences and closures in force from a local date on, with whose slots they close and the words that stand on those. */
export async function readClosings(query: Query, { schema }: Pick<Db, "schema">, from: LocalDate): Promise<ClosingInForce[]> {
  const { absences, closures } = await closingsFrom(query, schema, from);
  const away = absences.map(({ operativeId, kind, ...absence }): ClosingInForce => {
    return { ...absence, window: null, operativeIds: new Set([operativeId]), reason: absenceWords(kind) };
  });
  const closed: ClosingInForce[] = [];
  for (const closure of closures)
    closed.push({ ...closure, starts: null, ends: null, operativeIds: new Set(await operativesOf(query, schema, closure)) });
  return [...away, ...closed];
}
